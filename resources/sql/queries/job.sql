-- name: batch_add
INSERT INTO batch (kind, who, reason, created_ms) VALUES (:kind, :who, :reason, :now) RETURNING id

-- name: job_enqueue
INSERT INTO job (batch_id, kind, version, title, payload, priority, state, due_ms, max_attempts, created_ms)
VALUES (:batch, :kind, :version, :title, :payload, :priority, :state, :due, :max_attempts, :now)
RETURNING id

-- The best ready job of one kind; the runner compares the kinds.
-- name: job_best
SELECT id, priority, due_ms FROM job
WHERE kind = :kind AND state = 0
ORDER BY priority DESC, due_ms, id LIMIT 1

-- name: job_claim
UPDATE job SET state = 1, claim = claim + 1, attempt = attempt + 1, worker_id = :worker, started_ms = :now
WHERE id = :id AND state = 0
RETURNING id

-- name: job_by_id
SELECT j.id, j.batch_id, j.kind, j.version, j.title, j.payload, j.checkpoint, j.priority, j.state,
       j.due_ms, j.claim, j.attempt, j.failures, j.max_attempts, j.crashes, j.deaths, j.cancel, j.created_ms,
       j.started_ms, j.finished_ms, j.error_code, j.error_text,
       coalesce(p.done, 0), coalesce(p.total, 0)
FROM job j LEFT JOIN job_progress p ON p.job_id = j.id
WHERE j.id = :id

-- Newest first; before pages backwards through the ids.
-- name: job_page
SELECT j.id, j.batch_id, j.kind, j.version, j.title, '', '', j.priority, j.state,
       j.due_ms, j.claim, j.attempt, j.failures, j.max_attempts, j.crashes, j.deaths, j.cancel, j.created_ms,
       j.started_ms, j.finished_ms, j.error_code, j.error_text,
       coalesce(p.done, 0), coalesce(p.total, 0)
FROM job j LEFT JOIN job_progress p ON p.job_id = j.id
WHERE (:state < 0 OR j.state = :state) AND (:batch = 0 OR j.batch_id = :batch)
  AND (:kind = '' OR j.kind = :kind) AND (:before = 0 OR j.id < :before)
ORDER BY j.id DESC LIMIT :limit

-- name: job_kind_after
SELECT min(kind) FROM job WHERE state = 0 AND kind > :kind

-- name: job_park_kind
UPDATE job SET state = 6, finished_ms = :now, error_code = :code, error_text = :text
WHERE state = 0 AND kind = :kind

-- A program that knows the kind and the version again takes its jobs from the shelf.
-- name: job_unpark
UPDATE job SET state = 0, due_ms = :now, finished_ms = 0, error_code = 0, error_text = ''
WHERE state = 6 AND kind = :kind AND version <= :version AND error_code = :code

-- name: job_promote
UPDATE job SET state = 0 WHERE id IN
    (SELECT id FROM job WHERE state = 2 AND due_ms <= :now ORDER BY due_ms LIMIT 1000)

-- name: job_next_due
SELECT min(due_ms) FROM job WHERE state = 2

-- name: job_ready_exists
SELECT EXISTS (SELECT 1 FROM job WHERE state = 0)

-- The claim is the fence: a worker that lost its job touches no row. A step that was committed
-- is proof of life, so the deaths before it no longer count.
-- name: job_checkpoint
UPDATE job SET checkpoint = :checkpoint, crashes = 0, deaths = 0
WHERE id = :id AND claim = :claim AND worker_id = :worker AND state = 1
RETURNING cancel

-- name: job_owned
SELECT cancel FROM job WHERE id = :id AND claim = :claim AND worker_id = :worker AND state = 1

-- name: job_finish
UPDATE job SET state = :state, due_ms = :due, failures = failures + :failed, attempt = attempt - :spared,
       finished_ms = CASE WHEN :state >= 3 THEN :now ELSE 0 END, worker_id = NULL, cancel = 0,
       crashes = 0, deaths = 0, error_code = :code, error_text = :text
WHERE id = :id AND claim = :claim AND worker_id = :worker AND state = 1

-- name: attempt_add
INSERT INTO job_attempt (job_id, claim, attempt, host, pid, started_ms)
SELECT id, claim, attempt, :host, :pid, :now FROM job WHERE id = :id

-- name: attempt_end
UPDATE job_attempt SET ended_ms = :now, outcome = :outcome, error_code = :code, error_text = :text
WHERE job_id = :id AND claim = :claim

-- name: attempt_list
SELECT attempt, host, pid, started_ms, ended_ms, outcome, error_code, error_text
FROM job_attempt WHERE job_id = :id ORDER BY claim

-- name: job_progress_set
INSERT INTO job_progress (job_id, done, total)
SELECT id, :done, :total FROM job WHERE id = :id AND claim = :claim AND state = 1
ON CONFLICT (job_id) DO UPDATE SET done = excluded.done, total = excluded.total

-- name: job_cancel_requests
SELECT id FROM job WHERE state = 1 AND worker_id = :worker AND cancel = 1

-- name: job_cancel_waiting
UPDATE job SET state = 4, finished_ms = :now, error_code = :code, error_text = :text
WHERE id = :id AND state IN (0, 2)

-- name: job_cancel_running
UPDATE job SET cancel = 1 WHERE id = :id AND state = 1

-- name: job_retry
UPDATE job SET state = 0, due_ms = :now, failures = 0, crashes = 0, deaths = 0, cancel = 0,
       finished_ms = 0, error_code = 0, error_text = ''
WHERE id = :id AND (state = 2 OR state >= 4)

-- name: job_discard
DELETE FROM job WHERE id = :id AND state >= 3

-- name: job_orphans
SELECT id, claim, crashes, deaths FROM job WHERE state = 1 AND worker_id <> :worker

-- name: job_orphan_end
UPDATE job SET state = :state, worker_id = NULL, crashes = :crashes, deaths = :deaths,
       due_ms = :now, finished_ms = CASE WHEN :state >= 3 THEN :now ELSE 0 END,
       error_code = :code, error_text = :text
WHERE id = :id AND claim = :claim AND state = 1

-- name: job_count_running
SELECT count(*) FROM job WHERE state = 1

-- name: job_count_ready
SELECT count(*) FROM job WHERE state = 0

-- name: job_count_delayed
SELECT count(*) FROM job WHERE state = 2

-- name: job_count_finished
SELECT coalesce(sum(state = 3), 0), coalesce(sum(state = 4), 0) FROM job WHERE state >= 3

-- name: job_count_attention
SELECT coalesce(sum(state = 5), 0), coalesce(sum(state = 6), 0) FROM job WHERE state >= 5

-- name: batch_unfinished
SELECT count(*) FROM job WHERE batch_id = :batch AND state < 3

-- name: batch_failed
SELECT count(*) FROM job WHERE batch_id = :batch AND state >= 4

-- name: batch_failed_items
SELECT i.item, i.code, i.text FROM job_item i JOIN job j ON j.id = i.job_id
WHERE j.batch_id = :batch AND i.code <> 0 ORDER BY i.item

-- name: batch_exists
SELECT EXISTS (SELECT 1 FROM batch WHERE id = :batch)

-- name: log_add
INSERT INTO job_log (job_id, at_ms, level, text) VALUES (:id, :now, :level, :text)

-- name: log_list
SELECT at_ms, level, text FROM job_log WHERE job_id = :id ORDER BY id

-- A step that is run again after a crash tells the same result again.
-- name: item_add
INSERT INTO job_item (job_id, item, bytes, code, text, at_ms)
VALUES (:id, :item, :bytes, :code, :text, :now)
ON CONFLICT (job_id, item) DO UPDATE
SET bytes = max(job_item.bytes, excluded.bytes), code = excluded.code, text = excluded.text, at_ms = excluded.at_ms

-- name: item_list
SELECT item, bytes, code, text, at_ms FROM job_item WHERE job_id = :id ORDER BY item

-- name: worker_add
INSERT INTO worker (host, pid, started_ms, seen_ms) VALUES (:host, :pid, :now, :now) RETURNING id

-- name: worker_seen
UPDATE worker SET seen_ms = :now WHERE id = :worker

-- name: worker_end
UPDATE worker SET ended_ms = :now WHERE id = :worker

-- name: worker_last
SELECT id, host, pid, started_ms, seen_ms, ended_ms FROM worker ORDER BY id DESC LIMIT 1

-- name: pause_add
INSERT INTO queue_pause (kind, since_ms) VALUES (:kind, :now) ON CONFLICT (kind) DO NOTHING

-- name: pause_remove
DELETE FROM queue_pause WHERE kind = :kind

-- name: pause_list
SELECT kind, since_ms FROM queue_pause ORDER BY kind

-- name: job_progress_end
INSERT INTO job_progress (job_id, done, total) VALUES (:id, :done, :total)
ON CONFLICT (job_id) DO UPDATE SET done = excluded.done, total = excluded.total

-- What a stopping worker still holds goes back as it was: it was no attempt.
-- name: job_release_all
UPDATE job SET state = 0, worker_id = NULL, attempt = attempt - 1, due_ms = :now
WHERE state = 1 AND worker_id = :worker
