-- What was done to recordings, by whom and why. Rows are added and never changed. Recordings and
-- stores stand here by uid, without foreign keys: the account outlives what it tells of. recording,
-- store: empty where it is about none. batch: 0 for none. detail: JSON. prior: the hash of the row
-- before, empty for the first. hash: SHA-256 of prior and of the other columns, see core/library/audit.h.
CREATE TABLE audit (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms     INTEGER NOT NULL,
    who       TEXT    NOT NULL,
    action    TEXT    NOT NULL,
    recording TEXT    NOT NULL,
    store     TEXT    NOT NULL,
    batch     INTEGER NOT NULL,
    reason    TEXT    NOT NULL,
    detail    TEXT    NOT NULL,
    prior     TEXT    NOT NULL,
    hash      TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_recording ON audit(recording, id) WHERE recording <> '';
CREATE INDEX audit_batch ON audit(batch, id) WHERE batch > 0;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
