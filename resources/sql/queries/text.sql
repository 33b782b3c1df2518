-- What can be read in recordings. MATCH is SQLite's full-text search.

-- name: text_part_known
SELECT 1 FROM text_part
WHERE recording_id = :recording AND name = :name AND bytes = :bytes AND modified_ms = :modified

-- The first id behind the parts that begin in this range.
-- name: text_part_end
SELECT first + max(lines, 1) FROM text_part WHERE first >= :from AND first < :to
ORDER BY first DESC LIMIT 1

-- name: text_part_add
INSERT INTO text_part (first, lines, name, bytes, modified_ms, cut_short, problem)
VALUES (:first, :lines, :name, :bytes, :modified, :cut, :problem)

-- name: text_part_hide
UPDATE text_part SET recording_id = NULL WHERE recording_id = :recording AND name = :name

-- name: text_part_show
UPDATE text_part SET recording_id = :recording
WHERE first = :first AND EXISTS (SELECT 1 FROM recording WHERE id = :recording)

-- name: text_word_add
INSERT INTO text_word (rowid, text)
SELECT :first, group_concat(text, char(10)) FROM text_line WHERE id >= :first AND id <= :last
HAVING count(*) > 0

-- The index must be told what it is to forget, and keeps no text itself.
-- name: text_word_remove
INSERT INTO text_word (text_word, rowid, text)
SELECT 'delete', :first, group_concat(text, char(10)) FROM text_line WHERE id >= :first AND id <= :last
HAVING count(*) > 0

-- name: text_part_set_worded
UPDATE text_part SET worded = :worded WHERE first = :first

-- What is no part of the recording any more. names: a JSON array.
-- name: text_part_hide_others
UPDATE text_part SET recording_id = NULL
WHERE recording_id = :recording AND name NOT IN (SELECT value FROM json_each(:names))

-- The other index would find and sort all of them, each time.
-- name: text_part_hidden
SELECT first, lines, worded FROM text_part INDEXED BY text_part_hidden
WHERE recording_id IS NULL ORDER BY first LIMIT 1

-- name: text_part_remove
DELETE FROM text_part WHERE first = :first AND recording_id IS NULL

-- name: text_line_add
INSERT INTO text_line (id, at_ms, text) VALUES (:id, :at, :text)

-- name: text_index_add
INSERT INTO text_index (rowid, text) VALUES (:id, :text)

-- name: text_line_next
SELECT id, text FROM text_line WHERE id >= :from AND id < :to ORDER BY id LIMIT :most

-- The index must be told what it is to forget.
-- name: text_index_remove
INSERT INTO text_index (text_index, rowid, text)
SELECT 'delete', id, text FROM text_line WHERE id >= :from AND id <= :last

-- name: text_line_remove
DELETE FROM text_line WHERE id >= :from AND id <= :last

-- name: text_wish_next
SELECT id, recording_id FROM text_wish WHERE store_id = :store AND id > :after ORDER BY id LIMIT 1

-- name: text_wish_count
SELECT count(*) FROM text_wish WHERE store_id = :store AND id > :after

-- name: text_wish_remove
DELETE FROM text_wish WHERE id = :id

-- Of what is there now.
-- name: text_wish_open
SELECT count(*) FROM text_wish w JOIN recording r ON r.id = w.recording_id WHERE r.state IN (0, 1)

-- Those that hold text, from an index alone: a million take a few milliseconds.
-- name: text_recording_count
SELECT count(*) FROM recording WHERE kind IN (2, 3, 4)

-- name: text_job_waiting
SELECT count(*) FROM job WHERE kind = 'index' AND lane = :lane AND state < 3

-- name: text_job_running
SELECT count(*) FROM job WHERE kind = 'index' AND state = 1

-- name: text_hits
SELECT rowid FROM text_index WHERE text_index MATCH :match AND rowid < :before AND rowid >= :least
ORDER BY rowid DESC LIMIT :most

-- The part that a line is of, and when that began.
-- name: text_place
SELECT t.first, t.recording_id, t.name, coalesce(p.start_ms, 0), p.id IS NOT NULL
FROM text_part t LEFT JOIN part p ON p.recording_id = t.recording_id AND p.name = t.name
WHERE t.first <= :id ORDER BY t.first DESC LIMIT 1

-- Lines with marks around what was asked for. All at once: a beginning is looked up but once.
-- name: text_marked
SELECT l.id, l.at_ms, highlight(text_index, 0, char(2), char(3))
FROM text_index JOIN text_line l ON l.id = text_index.rowid
WHERE text_index MATCH :match AND text_index.rowid >= :last AND text_index.rowid <= :from

-- name: text_recording
SELECT r.uid, r.store_id, s.name FROM recording r JOIN store s ON s.id = r.store_id WHERE r.id = :id

-- name: text_range
SELECT first, lines, cut_short FROM text_part WHERE recording_id = :recording AND name = :name

-- name: text_lines
SELECT id, at_ms, text FROM text_line WHERE id <= :from AND id >= :last ORDER BY id DESC
