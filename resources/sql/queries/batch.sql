-- name: batch_add
INSERT INTO batch (kind, who, reason, created_ms) VALUES (:kind, :who, :reason, :now) RETURNING id

-- name: batch_unfinished
SELECT count(*) FROM job WHERE batch_id = :batch AND state < 3

-- name: batch_exists
SELECT EXISTS (SELECT 1 FROM batch WHERE id = :batch)

-- The newest batches, page by page. An order that found nothing to do is not shown.
-- name: batch_newest
SELECT b.id FROM batch b
WHERE (:before = 0 OR b.id < :before) AND EXISTS (SELECT 1 FROM job j WHERE j.batch_id = b.id)
ORDER BY b.id DESC LIMIT :limit

-- name: batch_newest_open
SELECT DISTINCT j.batch_id FROM job j
WHERE j.state < 3 AND (:before = 0 OR j.batch_id < :before) ORDER BY j.batch_id DESC LIMIT :limit

-- name: batch_newest_bad
SELECT DISTINCT j.batch_id FROM job j
WHERE j.state >= 5 AND (:before = 0 OR j.batch_id < :before) ORDER BY j.batch_id DESC LIMIT :limit

-- name: batch_newest_ended
SELECT b.id FROM batch b
WHERE (:before = 0 OR b.id < :before) AND EXISTS (SELECT 1 FROM job j WHERE j.batch_id = b.id)
  AND NOT EXISTS (SELECT 1 FROM job j WHERE j.batch_id = b.id AND j.state < 3)
ORDER BY b.id DESC LIMIT :limit

-- Those with a job in which every word is found: it is in a text of the job or of its batch, or is
-- what one of its kinds and states is called. like, kinds, states: the first word, which sorts out
-- nearly all; words: the others, a JSON array of {"like", "kinds", "states"}. mark: 1 only
-- jobs that have not ended, 2 that need somebody, 3 that have ended.
-- name: batch_newest_matching
SELECT b.id FROM batch b
WHERE (:before = 0 OR b.id < :before) AND EXISTS (SELECT 1 FROM job j WHERE j.batch_id = b.id
  AND (:mark = 0 OR (:mark = 1 AND j.state < 3) OR (:mark = 2 AND j.state >= 5) OR (:mark = 3 AND j.state >= 3))
  AND (j.title LIKE :like ESCAPE '\' OR j.error_text LIKE :like ESCAPE '\'
    OR b.reason LIKE :like ESCAPE '\' OR b.who LIKE :like ESCAPE '\'
    OR j.kind IN (SELECT value FROM json_each(:kinds)) OR j.state IN (SELECT value FROM json_each(:states)))
  AND NOT EXISTS (SELECT 1 FROM json_each(:words) w WHERE NOT (
    j.title LIKE w.value ->> 'like' ESCAPE '\' OR j.error_text LIKE w.value ->> 'like' ESCAPE '\'
    OR b.reason LIKE w.value ->> 'like' ESCAPE '\' OR b.who LIKE w.value ->> 'like' ESCAPE '\'
    OR j.kind IN (SELECT value FROM json_each(w.value -> 'kinds'))
    OR j.state IN (SELECT value FROM json_each(w.value -> 'states')))))
ORDER BY b.id DESC LIMIT :limit

-- What the jobs of these batches add up to: how many are in each state, from paused to parked, and
-- how far they are in units of their progress. ids: a JSON array.
-- name: batch_sums
SELECT b.id, b.kind, b.who, b.reason, b.created_ms,
       coalesce(sum(j.state = -1), 0), coalesce(sum(j.state = 0), 0), coalesce(sum(j.state = 1), 0),
       coalesce(sum(j.state = 2), 0), coalesce(sum(j.state = 3), 0), coalesce(sum(j.state = 4), 0),
       coalesce(sum(j.state = 5), 0), coalesce(sum(j.state = 6), 0),
       coalesce(sum(CASE WHEN j.state >= 3 THEN j.units
                         WHEN p.total > 0 THEN min(j.units, j.units * p.done / p.total) ELSE 0 END), 0),
       coalesce(sum(j.units), 0), coalesce(max(j.finished_ms), 0),
       coalesce(sum(j.state >= 5 AND j.seen_ms <> j.finished_ms), 0)
FROM batch b
LEFT JOIN job j ON j.batch_id = b.id
LEFT JOIN job_progress p ON p.job_id = j.id AND j.state < 3
WHERE b.id IN (SELECT value FROM json_each(:ids))
GROUP BY b.id ORDER BY b.id DESC

-- name: batch_jobs
SELECT id, state FROM job WHERE batch_id = :batch ORDER BY id

-- The jobs of one batch, page by page in the order they were enqueued, but for those that run.
-- like and so on: see batch_newest_matching.
-- name: job_page_in_batch
SELECT l.* FROM job_line l JOIN batch b ON b.id = l.batch_id
WHERE l.batch_id = :batch AND l.state <> 1 AND (:mark <> 1 OR l.state < 3)
  AND (l.title LIKE :like ESCAPE '\' OR l.error_text LIKE :like ESCAPE '\'
    OR b.reason LIKE :like ESCAPE '\' OR b.who LIKE :like ESCAPE '\'
    OR l.kind IN (SELECT value FROM json_each(:kinds)) OR l.state IN (SELECT value FROM json_each(:states)))
  AND NOT EXISTS (SELECT 1 FROM json_each(:words) w WHERE NOT (
    l.title LIKE w.value ->> 'like' ESCAPE '\' OR l.error_text LIKE w.value ->> 'like' ESCAPE '\'
    OR b.reason LIKE w.value ->> 'like' ESCAPE '\' OR b.who LIKE w.value ->> 'like' ESCAPE '\'
    OR l.kind IN (SELECT value FROM json_each(w.value -> 'kinds'))
    OR l.state IN (SELECT value FROM json_each(w.value -> 'states'))))
ORDER BY l.id LIMIT :limit

-- name: job_page_in_batch_bad
SELECT l.* FROM job_line l JOIN batch b ON b.id = l.batch_id
WHERE l.batch_id = :batch AND l.state >= 5 AND :mark = 2
  AND (l.title LIKE :like ESCAPE '\' OR l.error_text LIKE :like ESCAPE '\'
    OR b.reason LIKE :like ESCAPE '\' OR b.who LIKE :like ESCAPE '\'
    OR l.kind IN (SELECT value FROM json_each(:kinds)) OR l.state IN (SELECT value FROM json_each(:states)))
  AND NOT EXISTS (SELECT 1 FROM json_each(:words) w WHERE NOT (
    l.title LIKE w.value ->> 'like' ESCAPE '\' OR l.error_text LIKE w.value ->> 'like' ESCAPE '\'
    OR b.reason LIKE w.value ->> 'like' ESCAPE '\' OR b.who LIKE w.value ->> 'like' ESCAPE '\'
    OR l.kind IN (SELECT value FROM json_each(w.value -> 'kinds'))
    OR l.state IN (SELECT value FROM json_each(w.value -> 'states'))))
ORDER BY l.id LIMIT :limit

-- name: job_running_in_batch
SELECT l.* FROM job_line l JOIN batch b ON b.id = l.batch_id
WHERE l.state = 1 AND l.batch_id = :batch
  AND (l.title LIKE :like ESCAPE '\' OR l.error_text LIKE :like ESCAPE '\'
    OR b.reason LIKE :like ESCAPE '\' OR b.who LIKE :like ESCAPE '\'
    OR l.kind IN (SELECT value FROM json_each(:kinds)) OR l.state IN (SELECT value FROM json_each(:states)))
  AND NOT EXISTS (SELECT 1 FROM json_each(:words) w WHERE NOT (
    l.title LIKE w.value ->> 'like' ESCAPE '\' OR l.error_text LIKE w.value ->> 'like' ESCAPE '\'
    OR b.reason LIKE w.value ->> 'like' ESCAPE '\' OR b.who LIKE w.value ->> 'like' ESCAPE '\'
    OR l.kind IN (SELECT value FROM json_each(w.value -> 'kinds'))
    OR l.state IN (SELECT value FROM json_each(w.value -> 'states'))))
ORDER BY l.id LIMIT :limit

-- Every job that failed or is parked, batch after batch.
-- name: job_bad
SELECT id, batch_id, kind FROM job WHERE state >= 5 ORDER BY batch_id, id

-- name: job_see_all
UPDATE job SET seen_ms = finished_ms WHERE state >= 5 AND seen_ms <> finished_ms

-- name: job_see
UPDATE job SET seen_ms = finished_ms WHERE id = :id AND state >= 5 AND seen_ms <> finished_ms

-- name: job_priority_shift
UPDATE job SET priority = priority + :by WHERE batch_id = :batch AND state < 3

-- name: job_count_unseen
SELECT count(*) FROM job WHERE state >= 5 AND seen_ms <> finished_ms
