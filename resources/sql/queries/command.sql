-- Questions that join library and queue.

-- Every payload names the store it is about.
-- name: store_working
SELECT count(*) FROM job WHERE state < 3 AND payload LIKE '%"' || :uid || '"%'

-- What emptying the trash of a store purges: what is under hold stays.
-- name: recording_trashed_ids
SELECT id FROM recording r WHERE state = 3 AND store_id = :store
  AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.recording_id = r.id) ORDER BY trashed_ms, id
