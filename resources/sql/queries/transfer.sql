-- name: sum_of_recording
SELECT name, bytes, modified_ms, sha256, verified_ms FROM part_sum WHERE recording_id = :id

-- verified 0: it was read on the way to somewhere else, which is no verification.
-- name: sum_set
INSERT INTO part_sum (recording_id, name, bytes, modified_ms, sha256, verified_ms)
VALUES (:id, :name, :bytes, :modified, :sha256, :verified)
ON CONFLICT (recording_id, name) DO UPDATE SET
    verified_ms = CASE WHEN excluded.verified_ms > 0 THEN excluded.verified_ms
                       WHEN part_sum.sha256 = excluded.sha256 THEN part_sum.verified_ms ELSE 0 END,
    bytes = excluded.bytes, modified_ms = excluded.modified_ms, sha256 = excluded.sha256

-- name: sum_forget_others
DELETE FROM part_sum WHERE recording_id = :id AND NOT EXISTS (
    SELECT 1 FROM part p WHERE p.recording_id = part_sum.recording_id AND p.name = part_sum.name)

-- name: recording_set_verified
UPDATE recording SET verified_ms = :now WHERE id = :id

-- name: recording_verified
SELECT verified_ms FROM recording WHERE id = :id

-- name: part_set_problem
UPDATE part SET problem = :problem WHERE recording_id = :id AND name = :name

-- What travels with a recording beside what every list tells.
-- name: recording_about
SELECT r.note, r.flagged, h.reason, h.who, h.since_ms
FROM recording r LEFT JOIN hold h ON h.recording_id = r.id WHERE r.id = :id

-- A note that is there stays; a flag is only set.
-- name: recording_carry
UPDATE recording SET note = CASE WHEN note = '' THEN :note ELSE note END, flagged = max(flagged, :flagged)
WHERE id = :id

-- A hold that travels is added where there is none; one that is there stays as it is.
-- name: hold_carry
INSERT INTO hold (recording_id, reason, who, since_ms) VALUES (:id, :reason, :who, :since)
ON CONFLICT (recording_id) DO NOTHING

-- name: archive_find
SELECT file, offset_bytes, note FROM archive WHERE job_id = :job

-- name: archive_set
INSERT INTO archive (job_id, file, offset_bytes, note) VALUES (:job, :file, :offset, :note)
ON CONFLICT (job_id) DO UPDATE SET
    file = excluded.file, offset_bytes = excluded.offset_bytes, note = excluded.note

-- name: archive_piece_set
INSERT INTO archive_piece (job_id, position, entries, about) VALUES (:job, :position, :entries, :about)
ON CONFLICT (job_id, position) DO UPDATE SET entries = excluded.entries, about = excluded.about

-- name: archive_pieces
SELECT position, entries, about FROM archive_piece
WHERE job_id = :job AND position > :after ORDER BY position LIMIT :limit

-- name: archive_forget
DELETE FROM archive WHERE job_id = :job

-- name: archive_pieces_forget
DELETE FROM archive_piece WHERE job_id = :job

-- name: archive_piece_count
SELECT count(*) FROM archive_piece WHERE job_id = :job

-- name: archive_set_note
UPDATE archive SET note = :note WHERE job_id = :job

-- ids: a JSON array; in its order.
-- name: recording_sizes
SELECT r.id, r.store_id, r.uid, r.path, r.bytes FROM json_each(:ids) i JOIN recording r ON r.id = i.value
ORDER BY i.key

-- name: archive_piece_last
SELECT position, entries, about FROM archive_piece WHERE job_id = :job ORDER BY position DESC LIMIT 1
