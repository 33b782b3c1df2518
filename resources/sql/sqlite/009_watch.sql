-- What is seen of a store while it is written to.

-- active: 1 while it is being recorded.
ALTER TABLE recording ADD COLUMN active INTEGER NOT NULL DEFAULT 0;
CREATE INDEX recording_active ON recording(start_ms DESC, id DESC) WHERE active = 1;

-- watch: how its changes become known: 0 not at all, 1 watched, 2 network mount, 3 too many folders.
-- problem: why it is offline, or what is odd about it. emptied_ms: when all its recordings were
-- found to be gone at once, 0: they were not. auto_remux: 1: what has been recorded is made seekable.
ALTER TABLE store ADD COLUMN watch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE store ADD COLUMN problem TEXT NOT NULL DEFAULT '';
ALTER TABLE store ADD COLUMN emptied_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE store ADD COLUMN auto_remux INTEGER NOT NULL DEFAULT 0;

-- What a scan compares of each recording that lies in its place (state 0 to 2): a hash of its path
-- and one of the names, sizes, times and inodes of its files. stamp 0: it is read again.
CREATE TABLE recording_stamp (
    recording_id INTEGER PRIMARY KEY REFERENCES recording(id) ON DELETE CASCADE,
    store_id     INTEGER NOT NULL,
    path_hash    INTEGER NOT NULL,
    stamp        INTEGER NOT NULL
) STRICT;
-- A path that no hash is of: the next scan finds them by their uid.
INSERT INTO recording_stamp SELECT id, store_id, -id, 0 FROM recording WHERE state < 3;
CREATE TRIGGER recording_gone AFTER UPDATE OF state ON recording WHEN new.state >= 3
BEGIN DELETE FROM recording_stamp WHERE recording_id = new.id; END;
CREATE TRIGGER recording_back AFTER UPDATE OF state ON recording WHEN old.state >= 3 AND new.state < 3
BEGIN INSERT OR IGNORE INTO recording_stamp VALUES (new.id, new.store_id, -new.id, 0); END;

-- The automatic remux of this part, as it is now, is enqueued already.
CREATE TABLE remux_asked (
    recording_id INTEGER NOT NULL REFERENCES recording(id) ON DELETE CASCADE,
    part         TEXT    NOT NULL,
    bytes        INTEGER NOT NULL,
    modified_ms  INTEGER NOT NULL,
    PRIMARY KEY (recording_id, part)
) STRICT, WITHOUT ROWID;
