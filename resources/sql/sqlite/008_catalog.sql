-- What lists and counts are answered from.

-- Of a recording's parts: how many, of which kinds (bit 1 << kind), whether all videos can be
-- jumped in (as in part: 0 some cannot, 1 all can, 2 not a question here), and when one was written
-- last. held: it has a row in hold. named: 1 its names are in name_gram.
ALTER TABLE recording ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recording ADD COLUMN formats INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recording ADD COLUMN seekable INTEGER NOT NULL DEFAULT 2;
ALTER TABLE recording ADD COLUMN changed_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recording ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recording ADD COLUMN named INTEGER NOT NULL DEFAULT 0;
UPDATE recording SET (parts, formats, seekable, changed_ms) =
    (SELECT count(*), coalesce(sum(DISTINCT 1 << kind), 0), coalesce(min(seekable), 2),
            coalesce(max(modified_ms), 0)
     FROM part WHERE recording_id = recording.id);
UPDATE recording SET held = 1 WHERE id IN (SELECT recording_id FROM hold);

-- Whatever is small is in the index of the usual order: a filter walks it without the rows.
DROP INDEX recording_start;
CREATE INDEX recording_start ON recording(start_ms DESC, id DESC, state, kind, store_id, seekable,
    held, flagged, seen, formats, parts, bytes, duration_ms, changed_ms);
CREATE INDEX recording_changed ON recording(changed_ms, id);
-- Those of one kind or store are found by these in their other orders, or by the one above.
DROP INDEX recording_kind;
DROP INDEX recording_store;
-- What few recordings are, by their number: new ones are appended. With the column that is asked
-- for, or SQLite looks it up in every row.
DROP INDEX recording_state;
DROP INDEX recording_flagged;
DROP INDEX part_not_seekable;
CREATE INDEX recording_state ON recording(state, id);
CREATE INDEX recording_flagged ON recording(flagged, id) WHERE flagged = 1;
CREATE INDEX recording_held ON recording(held, id) WHERE held = 1;
CREATE INDEX recording_unseen ON recording(seen, id) WHERE seen = 0;
CREATE INDEX recording_not_seekable ON recording(seekable, id) WHERE seekable = 0;
CREATE INDEX recording_noted ON recording(id) WHERE note <> '';
CREATE INDEX recording_problem ON recording(problem, id) WHERE problem <> '';
CREATE INDEX recording_unnamed ON recording(id) WHERE named = 0;
CREATE INDEX part_media ON part(media, recording_id);

-- How many recordings are alike in all that the sidebar counts. Kept by triggers, for whoever
-- writes recordings.
CREATE TABLE recording_tally (
    store_id INTEGER NOT NULL,
    state    INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    seekable INTEGER NOT NULL,
    held     INTEGER NOT NULL,
    flagged  INTEGER NOT NULL,
    seen     INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    bytes    INTEGER NOT NULL,
    PRIMARY KEY (store_id, state, kind, seekable, held, flagged, seen)
) STRICT, WITHOUT ROWID;
INSERT INTO recording_tally
SELECT store_id, state, kind, seekable, held, flagged, seen, count(*), sum(bytes)
FROM recording GROUP BY store_id, state, kind, seekable, held, flagged, seen;

CREATE TRIGGER recording_tally_add AFTER INSERT ON recording BEGIN
    INSERT INTO recording_tally VALUES (new.store_id, new.state, new.kind, new.seekable, new.held,
        new.flagged, new.seen, 1, new.bytes)
    ON CONFLICT DO UPDATE SET number = number + 1, bytes = bytes + excluded.bytes
; END;
CREATE TRIGGER recording_tally_remove AFTER DELETE ON recording BEGIN
    UPDATE recording_tally SET number = number - 1, bytes = bytes - old.bytes
    WHERE store_id = old.store_id AND state = old.state AND kind = old.kind
        AND seekable = old.seekable AND held = old.held AND flagged = old.flagged AND seen = old.seen
; END;
CREATE TRIGGER recording_tally_move
AFTER UPDATE OF state, kind, seekable, held, flagged, seen, bytes ON recording
WHEN (old.state, old.kind, old.seekable, old.held, old.flagged, old.seen, old.bytes)
    <> (new.state, new.kind, new.seekable, new.held, new.flagged, new.seen, new.bytes) BEGIN
    UPDATE recording_tally SET number = number - 1, bytes = bytes - old.bytes
    WHERE store_id = old.store_id AND state = old.state AND kind = old.kind
        AND seekable = old.seekable AND held = old.held AND flagged = old.flagged AND seen = old.seen
    ; INSERT INTO recording_tally VALUES (new.store_id, new.state, new.kind, new.seekable, new.held,
        new.flagged, new.seen, 1, new.bytes)
    ON CONFLICT DO UPDATE SET number = number + 1, bytes = bytes + excluded.bytes
; END;

CREATE TRIGGER hold_marks AFTER INSERT ON hold BEGIN
    UPDATE recording SET held = 1 WHERE id = new.recording_id
; END;
CREATE TRIGGER hold_unmarks AFTER DELETE ON hold BEGIN
    UPDATE recording SET held = 0 WHERE id = old.recording_id
; END;

-- The tags, in any case, with how many recordings outside the trash have them; shown: as it was
-- written first.
CREATE TABLE tag_count (
    name   TEXT    PRIMARY KEY,
    shown  TEXT    NOT NULL,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_count_number ON tag_count(number DESC, name);
INSERT INTO tag_count
SELECT lower(t.name), min(t.name), count(DISTINCT CASE WHEN r.state <> 3 THEN r.id END)
FROM tag t JOIN recording r ON r.id = t.recording_id GROUP BY lower(t.name);

CREATE TRIGGER tag_count_add AFTER INSERT ON tag BEGIN
    INSERT INTO tag_count
    SELECT lower(new.name), new.name, state <> 3 FROM recording WHERE id = new.recording_id
    ON CONFLICT DO UPDATE SET number = number + excluded.number
; END;
-- When a recording goes its tags go after it: then the trigger below has counted them already.
CREATE TRIGGER tag_count_remove AFTER DELETE ON tag BEGIN
    UPDATE tag_count SET number = number - 1
    WHERE name = lower(old.name)
        AND EXISTS (SELECT 1 FROM recording WHERE id = old.recording_id AND state <> 3)
; END;
CREATE TRIGGER tag_count_gone BEFORE DELETE ON recording WHEN old.state <> 3 BEGIN
    UPDATE tag_count SET number = number - 1
    WHERE name IN (SELECT lower(name) FROM tag WHERE recording_id = old.id)
; END;
CREATE TRIGGER tag_count_trash AFTER UPDATE OF state ON recording
WHEN (old.state = 3) <> (new.state = 3) BEGIN
    UPDATE tag_count SET number = number + CASE WHEN new.state = 3 THEN -1 ELSE 1 END
    WHERE name IN (SELECT lower(name) FROM tag WHERE recording_id = new.id)
; END;

-- The names of recordings by any three letters of them. It says where a text may be: what was
-- renamed or removed stays in it, and every answer is compared with the row. Written afterwards, in
-- the background; what is not in it yet has named = 0.
CREATE VIRTUAL TABLE name_gram USING fts5(text, content='', columnsize=0, detail=none,
    tokenize='trigram');
CREATE VIRTUAL TABLE name_letter USING fts5vocab(name_gram, instance);
