-- Questions that join library and queue.

-- Every payload names the store it is about.
-- name: store_working
SELECT count(*) FROM job WHERE state < 3 AND payload LIKE '%"' || :uid || '"%'

-- name: recording_trashed_ids
SELECT id FROM recording WHERE state = 3 AND store_id = :store ORDER BY trashed_ms, id
