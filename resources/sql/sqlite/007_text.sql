-- What can be read in recordings.

-- The text of one part: its lines have the ids from first on. recording_id NULL: nobody finds it;
-- it is being written, or its lines are still to be removed. bytes, modified_ms: of the file that
-- was read. worded: it is in text_word. problem: why it has no text; it is read again when the file has changed.
CREATE TABLE text_part (
    first        INTEGER PRIMARY KEY,
    lines        INTEGER NOT NULL,
    recording_id INTEGER,
    name         TEXT    NOT NULL,
    bytes        INTEGER NOT NULL,
    modified_ms  INTEGER NOT NULL,
    cut_short    INTEGER NOT NULL DEFAULT 0,
    worded       INTEGER NOT NULL DEFAULT 0,
    problem      TEXT    NOT NULL DEFAULT '',
    UNIQUE (recording_id, name)
) STRICT;
CREATE INDEX text_part_hidden ON text_part(first) WHERE recording_id IS NULL;

-- The second in which the part began stands in the high bits of the id, and the lines of a part
-- count backwards: who reads by falling ids has the newest part first, from its beginning on.
CREATE TABLE text_line (
    id    INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    text  TEXT    NOT NULL
) STRICT;
CREATE VIRTUAL TABLE text_index USING fts5 (
    text, content = 'text_line', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- Which words a part has, by its first id: recordings that have a word are found without walking
-- all lines that have it.
CREATE VIRTUAL TABLE text_word USING fts5 (
    text, content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2'
);

-- Recordings with parts whose text is not known, in the order in which that became so.
CREATE TABLE text_wish (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    recording_id INTEGER NOT NULL UNIQUE REFERENCES recording(id) ON DELETE CASCADE,
    store_id     INTEGER NOT NULL
) STRICT;
CREATE INDEX text_wish_store ON text_wish(store_id, id);

CREATE TRIGGER text_part_added AFTER INSERT ON part
WHEN new.kind IN (2, 3, 4) AND NOT EXISTS (
    SELECT 1 FROM text_part t WHERE t.recording_id = new.recording_id AND t.name = new.name
        AND t.bytes = new.bytes AND t.modified_ms = new.modified_ms)
BEGIN
    DELETE FROM text_wish WHERE recording_id = new.recording_id; INSERT INTO text_wish (recording_id, store_id)
    SELECT id, store_id FROM recording WHERE id = new.recording_id; END;
CREATE TRIGGER text_part_changed AFTER UPDATE OF bytes, modified_ms ON part
WHEN new.kind IN (2, 3, 4) AND (new.bytes <> old.bytes OR new.modified_ms <> old.modified_ms)
BEGIN
    DELETE FROM text_wish WHERE recording_id = new.recording_id; INSERT INTO text_wish (recording_id, store_id)
    SELECT id, store_id FROM recording WHERE id = new.recording_id; END;
-- What goes with a recording is hidden at once, and removed in small pieces later.
CREATE TRIGGER text_recording_removed AFTER DELETE ON recording
BEGIN
    UPDATE text_part SET recording_id = NULL WHERE recording_id = old.id; END;

INSERT INTO text_wish (recording_id, store_id)
SELECT r.id, r.store_id FROM recording r
WHERE EXISTS (SELECT 1 FROM part p WHERE p.recording_id = r.id AND p.kind IN (2, 3, 4))
ORDER BY r.start_ms DESC;
