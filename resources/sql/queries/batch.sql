-- name: batch_add
INSERT INTO batch (kind, who, reason, created_ms) VALUES (:kind, :who, :reason, :now) RETURNING id

-- name: batch_unfinished
SELECT count(*) FROM job WHERE batch_id = :batch AND state < 3

-- name: batch_exists
SELECT EXISTS (SELECT 1 FROM batch WHERE id = :batch)

-- The newest batches with what their jobs add up to: how many are in each state, from paused to
-- parked, and how far they are in units of their progress. An order that found nothing to do is
-- not shown.
-- name: batch_page
SELECT b.id, b.kind, b.who, b.reason, b.created_ms,
       coalesce(sum(j.state = -1), 0), coalesce(sum(j.state = 0), 0), coalesce(sum(j.state = 1), 0),
       coalesce(sum(j.state = 2), 0), coalesce(sum(j.state = 3), 0), coalesce(sum(j.state = 4), 0),
       coalesce(sum(j.state = 5), 0), coalesce(sum(j.state = 6), 0),
       coalesce(sum(CASE WHEN j.state >= 3 THEN j.units
                         WHEN p.total > 0 THEN min(j.units, j.units * p.done / p.total) ELSE 0 END), 0),
       coalesce(sum(j.units), 0), coalesce(max(j.finished_ms), 0)
FROM (SELECT * FROM batch WHERE (:batch = 0 OR id = :batch) AND (:before = 0 OR id < :before)
      ORDER BY id DESC LIMIT :limit) b
LEFT JOIN job j ON j.batch_id = b.id
LEFT JOIN job_progress p ON p.job_id = j.id AND j.state < 3
GROUP BY b.id HAVING count(j.id) > 0 OR :batch <> 0 ORDER BY b.id DESC

-- name: batch_jobs
SELECT id, state FROM job WHERE batch_id = :batch ORDER BY id
