-- Values by position: half the cost, for what runs a hundred thousand times. No row when it is known.
-- name: recording_add
INSERT INTO recording (store_id, uid, path, state, kind, start_ms, duration_ms, bytes, problem, active,
                       scan_ms, parts, formats, seekable, changed_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (store_id, uid) DO NOTHING RETURNING id

-- A scan tells what lies there. A deletion that is under way keeps its mark; what was in the trash
-- or missing and lies there again is in the library again.
-- A scan that was begun earlier may write later than another scan, or than the delete that has
-- moved the recording away meanwhile: it neither takes back what is known nor empties the trash.
-- name: recording_update
UPDATE recording
SET path = :path, kind = :kind, start_ms = :start, duration_ms = :duration, bytes = :bytes,
    problem = :problem, active = :active, scan_ms = max(scan_ms, :scan), state = CASE WHEN state = 2 THEN 2 ELSE :state END,
    trash_path = '', trashed_ms = 0, parts = :parts, formats = :formats, seekable = :seekable,
    changed_ms = :changed, named = CASE WHEN path = :path THEN named ELSE 0 END
WHERE id = :id AND NOT (state = 3 AND trashed_ms >= :scan)

-- name: recording_id_by_uid
SELECT id FROM recording WHERE store_id = :store AND uid = :uid

-- name: recording_known
SELECT r.id, r.uid, r.path, p.name, p.kind, p.bytes, p.start_ms, p.duration_ms, p.modified_ms,
       p.seekable, p.problem, p.media
FROM recording r LEFT JOIN part p ON p.recording_id = r.id
WHERE r.store_id = :store ORDER BY r.id, p.position

-- uids: a JSON array.
-- name: recording_known_by_uids
SELECT r.id, r.uid, r.path, p.name, p.kind, p.bytes, p.start_ms, p.duration_ms, p.modified_ms,
       p.seekable, p.problem, p.media, r.active
FROM json_each(:uids) i JOIN recording r ON r.store_id = :store AND r.uid = i.value
LEFT JOIN part p ON p.recording_id = r.id
ORDER BY r.id, p.position

-- name: recording_any
SELECT EXISTS (SELECT 1 FROM recording WHERE store_id = :store)

-- How many lie in their places.
-- name: recording_count_there
SELECT count(*) FROM recording WHERE store_id = :store AND state IN (0, 1)

-- The plus keeps the database to the index of the few that are active.
-- name: recording_active_paths
SELECT path FROM recording WHERE active = 1 AND +store_id = :store AND +state < 3

-- name: recording_count_active
SELECT count(*) FROM recording WHERE active = 1 AND +state < 3

-- name: stamp_all
SELECT recording_id, path_hash, stamp FROM recording_stamp WHERE store_id = :store

-- name: stamp_set
INSERT INTO recording_stamp (recording_id, store_id, path_hash, stamp) VALUES (?, ?, ?, ?)
ON CONFLICT (recording_id) DO UPDATE SET path_hash = excluded.path_hash, stamp = excluded.stamp

-- No row when this was asked for already.
-- name: remux_ask
INSERT INTO remux_asked (recording_id, part, bytes, modified_ms) VALUES (:id, :part, :bytes, :modified)
ON CONFLICT (recording_id, part) DO UPDATE SET bytes = excluded.bytes, modified_ms = excluded.modified_ms
WHERE bytes <> excluded.bytes OR modified_ms <> excluded.modified_ms

-- Of those that a scan did not see: what a job is working on may be elsewhere for an instant; it
-- tells the end itself. ids: a JSON array.
-- name: recording_mark_missing
UPDATE recording SET state = 4, active = 0, problem = 'it was not there at the last scan'
WHERE id IN (SELECT value FROM json_each(:ids)) AND scan_ms < :scan AND state IN (0, 1)
  AND NOT EXISTS (SELECT 1 FROM job j WHERE j.id = recording.job_id AND j.state = 1)

-- name: recording_by_id
SELECT r.id, r.store_id, s.name, r.uid, r.path, r.state, r.kind, r.start_ms, r.duration_ms,
       r.bytes, r.problem, r.trash_path, r.trashed_ms, h.reason, r.flagged, r.seen, r.note, r.resume_ms,
       r.active
FROM recording r JOIN store s ON s.id = r.store_id LEFT JOIN hold h ON h.recording_id = r.id
WHERE r.id = :id

-- name: recording_parts
SELECT name, kind, bytes, start_ms, duration_ms, modified_ms, seekable, problem, media
FROM part WHERE recording_id = :id ORDER BY position

-- name: recording_tags
SELECT name FROM tag WHERE recording_id = :id ORDER BY name

-- One mutation per recording at a time (I7). The lock is worth what its job's row says, so it
-- does not outlive a crash.
-- name: recording_take
UPDATE recording SET job_id = :job
WHERE id = :id AND (job_id IS NULL OR job_id = :job
    OR NOT EXISTS (SELECT 1 FROM job j WHERE j.id = recording.job_id AND j.state = 1))

-- name: recording_holder
SELECT j.id, j.kind FROM recording r JOIN job j ON j.id = r.job_id WHERE r.id = :id

-- name: recording_release
UPDATE recording SET job_id = NULL WHERE id = :id AND job_id = :job

-- name: recording_set_state
UPDATE recording SET state = :state, problem = :problem WHERE id = :id

-- ids: a JSON array; in its order.
-- name: recording_keys
SELECT r.id, r.store_id, r.uid, r.path FROM json_each(:ids) i JOIN recording r ON r.id = i.value
ORDER BY i.key

-- name: recording_mark_deleting
UPDATE recording SET state = 2
WHERE id IN (SELECT value FROM json_each(:ids)) AND state IN (0, 1, 4)

-- name: recording_unmark_deleting
UPDATE recording SET state = CASE WHEN problem = '' THEN 0 ELSE 1 END WHERE id = :id AND state = 2

-- name: recording_set_trashed
UPDATE recording SET state = 3, trash_path = :path, trashed_ms = :now WHERE id = :id

-- A scan under way has listed the folders before this one came back: it is seen as of now.
-- name: recording_set_restored
UPDATE recording
SET state = CASE WHEN problem = '' THEN 0 ELSE 1 END, trash_path = '', trashed_ms = 0,
    scan_ms = max(scan_ms, :now)
WHERE id = :id AND state = 3

-- name: recording_remove
DELETE FROM recording WHERE id = :id

-- name: part_remove_all
DELETE FROM part WHERE recording_id = :id

-- name: part_add
INSERT INTO part (recording_id, position, name, kind, bytes, start_ms, duration_ms, modified_ms, seekable, problem, media)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: part_update
UPDATE part SET bytes = :bytes, duration_ms = :duration, modified_ms = :modified,
       seekable = :seekable, problem = :problem
WHERE recording_id = :id AND name = :name

-- After a part has changed: the recording is as damaged as its parts are, if it was by this one.
-- name: recording_heal
UPDATE recording
SET problem = coalesce((SELECT problem FROM part WHERE recording_id = :id AND problem <> ''
                        ORDER BY position LIMIT 1), ''),
    state = CASE WHEN state <> 1 THEN state
                 WHEN EXISTS (SELECT 1 FROM part WHERE recording_id = :id AND problem <> '') THEN 1
                 ELSE 0 END
WHERE id = :id AND problem <> '' AND problem = :old

-- A part that is readable and damaged: its recording says so, too.
-- name: recording_hurt
UPDATE recording SET problem = :problem, state = CASE WHEN state = 0 THEN 1 ELSE state END
WHERE id = :id AND problem = ''

-- name: part_problem
SELECT problem FROM part WHERE recording_id = :id AND name = :name

-- After a part has changed: the sums.
-- name: recording_sum
UPDATE recording
SET (bytes, duration_ms, parts, formats, seekable, changed_ms) =
    (SELECT coalesce(sum(bytes), 0), coalesce(sum(duration_ms), 0), count(*),
            coalesce(sum(DISTINCT 1 << kind), 0), coalesce(min(seekable), 2),
            coalesce(max(modified_ms), 0)
     FROM part WHERE recording_id = :id)
WHERE id = :id

-- name: hold_add
INSERT INTO hold (recording_id, reason, who, since_ms) VALUES (:id, :reason, :who, :now)
ON CONFLICT (recording_id) DO UPDATE SET
    reason = CASE WHEN hold.reason = excluded.reason THEN hold.reason ELSE hold.reason || '; ' || excluded.reason END,
    who = CASE WHEN hold.who = excluded.who THEN hold.who ELSE hold.who || ', ' || excluded.who END

-- The job that is deleting the recording at this moment: it has looked for a hold already.
-- name: recording_deleter
SELECT j.id FROM recording r JOIN job j ON j.id = r.job_id
WHERE r.id = :id AND j.state = 1 AND j.kind IN ('delete', 'purge')

-- name: hold_of
SELECT reason, who FROM hold WHERE recording_id = :id

-- name: hold_remove
DELETE FROM hold WHERE recording_id = :id

-- The same word in another case is the same tag.
-- name: tag_add
INSERT INTO tag (recording_id, name)
SELECT id, :name FROM recording
WHERE id = :id
  AND NOT EXISTS (SELECT 1 FROM tag t WHERE t.recording_id = recording.id AND lower(t.name) = lower(:name))

-- name: tag_remove
DELETE FROM tag WHERE recording_id = :id AND lower(name) = lower(:name)

-- name: tag_names
SELECT c.shown FROM tag_count c WHERE EXISTS (SELECT 1 FROM tag t WHERE lower(t.name) = lower(c.name))
ORDER BY c.name LIMIT 1000

-- name: tag_counts
SELECT shown, number FROM tag_count WHERE number > 0 ORDER BY number DESC, name LIMIT :most

-- A range instead of LIKE: it uses the index. after is the first text that no longer begins so.
-- name: recording_by_prefix
SELECT r.id, r.uid, s.name FROM recording r JOIN store s ON s.id = r.store_id
WHERE r.uid >= :prefix AND r.uid < :after ORDER BY r.uid LIMIT 4

-- name: recording_counts
SELECT coalesce(sum(CASE WHEN state <> 3 THEN number END), 0),
       coalesce(sum(CASE WHEN state = 1 THEN number END), 0),
       coalesce(sum(CASE WHEN state = 2 THEN number END), 0),
       coalesce(sum(CASE WHEN state = 3 THEN number END), 0),
       coalesce(sum(CASE WHEN state = 4 THEN number END), 0),
       coalesce(sum(CASE WHEN state <> 3 AND kind = 1 THEN number END), 0),
       coalesce(sum(CASE WHEN state <> 3 AND kind = 2 THEN number END), 0),
       coalesce(sum(CASE WHEN state <> 3 AND kind = 3 THEN number END), 0),
       coalesce(sum(CASE WHEN state <> 3 THEN bytes END), 0),
       coalesce(sum(CASE WHEN state = 3 THEN bytes END), 0),
       coalesce(sum(CASE WHEN state <> 3 AND held = 1 THEN number END), 0),
       coalesce(sum(CASE WHEN state <> 3 AND seekable = 0 THEN number END), 0),
       coalesce(sum(CASE WHEN state <> 3 AND flagged = 1 THEN number END), 0),
       coalesce(sum(CASE WHEN state <> 3 AND seen = 0 THEN number END), 0)
FROM recording_tally

-- name: store_held
SELECT count(*) FROM hold h JOIN recording r ON r.id = h.recording_id WHERE r.store_id = :id

-- ids: a JSON array. Only those that are otherwise are written.
-- name: recording_set_flag
UPDATE recording SET flagged = :flagged
WHERE id IN (SELECT value FROM json_each(:ids)) AND flagged <> :flagged

-- name: recording_set_seen
UPDATE recording SET seen = :seen
WHERE id IN (SELECT value FROM json_each(:ids)) AND seen <> :seen

-- name: recording_set_note
UPDATE recording SET note = :note
WHERE id IN (SELECT value FROM json_each(:ids)) AND note <> :note

-- name: recording_set_resume
UPDATE recording SET resume_ms = :resume WHERE id = :id AND resume_ms <> :resume

-- Two blanks end it, so that its last letters begin three letters as well.
-- name: name_gram_fill
INSERT INTO name_gram (rowid, text)
SELECT id, CASE WHEN path = uid THEN uid || '  ' ELSE uid || ' ' || path || '  ' END
FROM recording WHERE named = 0 ORDER BY id LIMIT :most

-- name: name_gram_filled
UPDATE recording SET named = 1
WHERE id IN (SELECT id FROM recording WHERE named = 0 ORDER BY id LIMIT :most)

-- How many recordings there are, with the trash.
-- name: recording_tally_all
SELECT coalesce(sum(number), 0) FROM recording_tally
