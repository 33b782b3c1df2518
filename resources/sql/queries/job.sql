-- name: job_enqueue
INSERT INTO job (batch_id, kind, version, title, payload, lane, units, priority, state, due_ms, max_attempts,
                 created_ms)
VALUES (:batch, :kind, :version, :title, :payload, :lane, :units, :priority, :state, :due, :max_attempts, :now)
RETURNING id

-- The kinds and the lanes that have ready jobs, one after the other: a seek each, however many jobs.
-- name: job_kind_after
SELECT min(kind) FROM job WHERE state = 0 AND kind > :kind

-- name: job_lane_first
SELECT min(lane) FROM job WHERE state = 0 AND kind = :kind

-- name: job_lane_after
SELECT min(lane) FROM job WHERE state = 0 AND kind = :kind AND lane > :lane

-- The best ready jobs of one lane; the store compares the lanes and the kinds.
-- name: job_best
SELECT id, priority, due_ms FROM job
WHERE kind = :kind AND lane = :lane AND state = 0
ORDER BY priority DESC, due_ms, id LIMIT :most

-- One statement for all: a statement costs more than a row. ids: a JSON array.
-- name: job_claim
UPDATE job SET state = 1, claim = claim + 1, attempt = attempt + 1, worker_id = :worker, started_ms = :now
WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 0
RETURNING id, batch_id, kind, version, title, payload, checkpoint, priority, claim, attempt, failures,
          max_attempts, crashes, deaths, wish, lane, units

-- name: job_by_id
SELECT * FROM job_row j
WHERE j.id = :id

-- Newest first; before pages backwards through the ids. A state that few jobs are in has a query of
-- its own, since only a literal lets its partial index serve.
-- name: job_page
SELECT * FROM job_line j
WHERE (:state IS NULL OR j.state = :state) AND (:batch = 0 OR j.batch_id = :batch)
  AND (:kind = '' OR j.kind = :kind) AND (:before = 0 OR j.id < :before)
ORDER BY j.id DESC LIMIT :limit

-- name: job_page_of_batch
SELECT * FROM job_line j
WHERE (:state IS NULL OR j.state = :state) AND j.batch_id = :batch
  AND (:kind = '' OR j.kind = :kind) AND (:before = 0 OR j.id < :before)
ORDER BY j.id DESC LIMIT :limit

-- name: job_page_running
SELECT * FROM job_line j
WHERE j.state = 1 AND j.state = :state AND (:batch = 0 OR j.batch_id = :batch)
  AND (:kind = '' OR j.kind = :kind) AND (:before = 0 OR j.id < :before)
ORDER BY +j.id DESC LIMIT :limit

-- Jobs that ended otherwise than done, after an attempt that died with its process.
-- name: job_died
SELECT j.* FROM job_row j
WHERE j.kind = :kind AND j.state >= 4
  AND EXISTS (SELECT 1 FROM job_attempt a WHERE a.job_id = j.id AND a.error_code = :crashed)

-- name: job_unfinished_of
SELECT j.* FROM job_row j WHERE j.kind = :kind AND j.state < 3

-- name: job_page_attention
SELECT * FROM job_line j
WHERE j.state >= 5 AND j.state = :state AND (:batch = 0 OR j.batch_id = :batch)
  AND (:kind = '' OR j.kind = :kind) AND (:before = 0 OR j.id < :before)
ORDER BY +j.id DESC LIMIT :limit

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

-- After the clock was set back: no wait is longer than it was meant to be.
-- name: job_promote_stuck
UPDATE job SET state = 0, due_ms = :now WHERE state = 2 AND wait_ms > 0 AND due_ms > :now + wait_ms

-- A store is back: what waits for one looks again at once.
-- name: job_promote_offline
UPDATE job SET state = 0, due_ms = :now WHERE state = 2 AND error_code = :offline

-- A scan that has not begun will see what has happened until now.
-- name: job_waits
SELECT count(*) FROM job WHERE state = 0 AND kind = :kind AND lane = :lane AND payload = :payload

-- name: job_next_due
SELECT min(due_ms) FROM job WHERE state = 2

-- The claim is the fence: a worker that lost its job touches no row. A step that was committed
-- is proof of life, so the deaths before it no longer count.
-- name: job_checkpoint
UPDATE job SET checkpoint = :checkpoint, crashes = 0, deaths = 0
WHERE id = :id AND claim = :claim AND worker_id = :worker AND state = 1
RETURNING wish

-- What becomes of a job depends on the wish that is in its row: see JobStore::finish(). Each value is
-- named once, since the driver is slow at names that come again.
-- name: job_finish
UPDATE job SET state = CASE wish WHEN 2 THEN :state_if_paused ELSE :state END,
       wish = CASE wish WHEN 1 THEN :cancel ELSE 0 END, due_ms = :due, wait_ms = :wait,
       failures = failures + :failed, attempt = attempt - :spared, finished_ms = :finished,
       worker_id = NULL, crashes = 0, deaths = 0, error_code = :code, error_text = :text
WHERE id = :id AND claim = :claim AND worker_id = :worker AND state = 1

-- name: attempt_add
INSERT INTO job_attempt (job_id, claim, attempt, host, pid, started_ms)
SELECT id, claim, attempt, :host, :pid, :now FROM job WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 1

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

-- What the user wants of the jobs that run.
-- name: job_wishes
SELECT id, wish FROM job WHERE state = 1 AND worker_id = :worker AND wish > 0

-- name: job_cancel_waiting
UPDATE job SET state = 4, finished_ms = :now, error_code = :code, error_text = :text
WHERE id = :id AND state IN (-1, 0, 2)

-- name: job_pause_waiting
UPDATE job SET state = -1 WHERE id = :id AND state IN (0, 2)

-- name: job_wish_cancel
UPDATE job SET wish = 1 WHERE id = :id AND state = 1

-- A cancel that was not yet heeded is not turned into a pause.
-- name: job_wish_pause
UPDATE job SET wish = 2 WHERE id = :id AND state = 1 AND wish = 0

-- A pause that was not yet heeded is taken back.
-- name: job_resume
UPDATE job SET state = CASE state WHEN -1 THEN 0 ELSE state END,
       due_ms = CASE state WHEN -1 THEN :now ELSE due_ms END, wish = CASE wish WHEN 2 THEN 0 ELSE wish END
WHERE id = :id AND (state = -1 OR (state = 1 AND wish = 2))

-- name: job_priority
UPDATE job SET priority = :priority WHERE id = :id AND state < 3

-- name: job_retry
UPDATE job SET state = 0, due_ms = :now, failures = 0, crashes = 0, deaths = 0, wish = 0,
       finished_ms = 0, error_code = 0, error_text = ''
WHERE id = :id AND (state IN (-1, 2) OR state >= 4)

-- name: job_discard
DELETE FROM job WHERE id = :id AND state >= 3

-- name: job_orphans
SELECT id, claim, crashes, deaths FROM job WHERE state = 1 AND worker_id <> :worker

-- name: job_mine
SELECT id, claim, crashes, deaths FROM job WHERE state = 1 AND worker_id = :worker

-- name: job_orphan_end
UPDATE job SET state = CASE WHEN :state = 0 AND wish = 2 THEN -1 ELSE :state END, worker_id = NULL,
       wish = CASE WHEN wish = 2 THEN 0 ELSE wish END, crashes = :crashes, deaths = :deaths, due_ms = :now,
       finished_ms = CASE WHEN :state >= 3 THEN :now ELSE 0 END,
       error_code = :code, error_text = :text
WHERE id = :id AND claim = :claim AND state = 1

-- name: job_count_running
SELECT count(*) FROM job WHERE state = 1

-- name: job_count_ready
SELECT count(*) FROM job WHERE state = 0

-- name: job_count_paused
SELECT count(*) FROM job WHERE state = -1

-- name: job_count_delayed
SELECT count(*) FROM job WHERE state = 2

-- name: job_count_finished
SELECT coalesce(sum(state = 3), 0), coalesce(sum(state = 4), 0) FROM job WHERE state >= 3

-- name: job_count_attention
SELECT coalesce(sum(state = 5), 0), coalesce(sum(state = 6), 0) FROM job WHERE state >= 5

-- name: log_add
INSERT INTO job_log (job_id, at_ms, level, text) VALUES (:id, :now, :level, :text)

-- name: log_list
SELECT at_ms, level, text FROM job_log WHERE job_id = :id ORDER BY id

-- name: log_newest
SELECT at_ms, level, text FROM job_log WHERE job_id = :id ORDER BY id DESC LIMIT :limit

-- A step that is run again after a crash tells the same result again.
-- name: item_add
INSERT INTO job_item (job_id, item, bytes, code, text, at_ms)
VALUES (:id, :item, :bytes, :code, :text, :now)
ON CONFLICT (job_id, item) DO UPDATE
SET bytes = max(job_item.bytes, excluded.bytes), code = excluded.code, text = excluded.text, at_ms = excluded.at_ms

-- items: a JSON array of [item, bytes, code, text].
-- name: item_add_all
INSERT INTO job_item (job_id, item, bytes, code, text, at_ms)
SELECT :id, value ->> 0, value ->> 1, value ->> 2, value ->> 3, :now FROM json_each(:items) WHERE true
ON CONFLICT (job_id, item) DO UPDATE
SET bytes = max(job_item.bytes, excluded.bytes), code = excluded.code, text = excluded.text, at_ms = excluded.at_ms

-- name: item_list
SELECT item, bytes, code, text, at_ms FROM job_item WHERE job_id = :id ORDER BY item

-- What went wrong stands first.
-- name: item_newest
SELECT item, bytes, code, text, at_ms FROM job_item WHERE job_id = :id
ORDER BY code = 0, at_ms DESC, item LIMIT :limit

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
