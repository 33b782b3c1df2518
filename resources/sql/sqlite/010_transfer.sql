-- What the content of a part was when it was read last, and the size and time of the file it belongs
-- to. It is not in part, whose rows a scan writes anew. verified_ms 0: read, but not verified yet.
CREATE TABLE part_sum (
    recording_id INTEGER NOT NULL REFERENCES recording(id) ON DELETE CASCADE,
    name         TEXT    NOT NULL,
    bytes        INTEGER NOT NULL,
    modified_ms  INTEGER NOT NULL,
    sha256       TEXT    NOT NULL,
    verified_ms  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (recording_id, name)
) STRICT, WITHOUT ROWID;

-- verified_ms: when all of its parts were found to be whole; 0: never, or one has changed since.
ALTER TABLE recording ADD COLUMN verified_ms INTEGER NOT NULL DEFAULT 0;
CREATE INDEX recording_verified ON recording(verified_ms, id) WHERE verified_ms > 0;
CREATE TRIGGER part_added_unverified AFTER INSERT ON part BEGIN
    UPDATE recording SET verified_ms = 0 WHERE id = NEW.recording_id AND verified_ms > 0
        AND NOT EXISTS (SELECT 1 FROM part_sum s WHERE s.recording_id = NEW.recording_id
            AND s.name = NEW.name AND s.bytes = NEW.bytes AND s.modified_ms = NEW.modified_ms); END;
CREATE TRIGGER part_changed_unverified AFTER UPDATE OF bytes, modified_ms ON part BEGIN
    UPDATE recording SET verified_ms = 0 WHERE id = NEW.recording_id AND verified_ms > 0
        AND NOT EXISTS (SELECT 1 FROM part_sum s WHERE s.recording_id = NEW.recording_id
            AND s.name = NEW.name AND s.bytes = NEW.bytes AND s.modified_ms = NEW.modified_ms); END;

-- An archive on its way: its hidden file, and up to where that is on disk and worth going on from.
-- note: what the finished file is known by.
CREATE TABLE archive (
    job_id       INTEGER PRIMARY KEY REFERENCES job(id) ON DELETE CASCADE,
    file         TEXT    NOT NULL,
    offset_bytes INTEGER NOT NULL,
    note         TEXT    NOT NULL DEFAULT ''
) STRICT;

-- One recording that lies in that file already: the entries for the directory at its end, and what
-- the manifest says of it, both as JSON.
CREATE TABLE archive_piece (
    job_id   INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entries  TEXT    NOT NULL,
    about    TEXT    NOT NULL,
    PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;
