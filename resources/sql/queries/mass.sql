-- One statement for a chunk of recordings. ids: a JSON array of numbers.

-- The lock of recording_take, for all of them that are free.
-- name: mass_take
UPDATE recording SET job_id = :job
WHERE id IN (SELECT value FROM json_each(:ids)) AND (job_id IS NULL OR job_id = :job
    OR NOT EXISTS (SELECT 1 FROM job j WHERE j.id = recording.job_id AND j.state = 1))
RETURNING id

-- name: mass_parts
SELECT recording_id, name, bytes, duration_ms FROM part
WHERE recording_id IN (SELECT value FROM json_each(:ids)) ORDER BY recording_id, position

-- name: mass_release
UPDATE recording SET job_id = NULL
WHERE id IN (SELECT value FROM json_each(:ids)) AND job_id = :job

-- paths: a JSON object, the path in the trash by id. Their lock is given back with it.
-- name: mass_set_trashed
UPDATE recording SET state = 3, trash_path = moved.path, trashed_ms = :now, job_id = NULL
FROM (SELECT CAST(key AS INTEGER) AS id, value AS path FROM json_each(:paths)) AS moved
WHERE recording.id = moved.id

-- A scan under way has listed the folders before these came back: they are seen as of now.
-- name: mass_set_restored
UPDATE recording
SET state = CASE WHEN problem = '' THEN 0 ELSE 1 END, trash_path = '', trashed_ms = 0,
    scan_ms = max(scan_ms, :now), job_id = NULL
WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 3

-- name: mass_remove
DELETE FROM recording WHERE id IN (SELECT value FROM json_each(:ids))

-- name: mass_trashed
SELECT id, uid FROM recording WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 3
