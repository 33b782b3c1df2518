-- Questions that join library and queue.

-- name: store_working
SELECT count(*) FROM recording r JOIN job j ON j.id = r.job_id
WHERE r.store_id = :id AND j.state < 3

-- name: recording_trashed_ids
SELECT id FROM recording WHERE state = 3 AND store_id = :store ORDER BY trashed_ms, id

-- name: doctor_check
PRAGMA quick_check
