-- name: schedule_add
INSERT INTO schedule (name, action, payload, rule, zone, who, created_ms, next_ms)
VALUES (:name, :action, :payload, :rule, :zone, :who, :now, :next)
ON CONFLICT (name) DO NOTHING
RETURNING id

-- name: schedule_remove
DELETE FROM schedule WHERE id = :id

-- name: schedule_enable
UPDATE schedule SET enabled = :enabled WHERE id = :id

-- name: schedule_all
SELECT * FROM schedule_row ORDER BY name

-- name: schedule_by_id
SELECT * FROM schedule_row WHERE id = :id

-- name: schedule_by_name
SELECT * FROM schedule_row WHERE name = :name

-- name: schedule_due
SELECT * FROM schedule_row WHERE enabled = 1 AND next_ms > 0 AND next_ms <= :now ORDER BY next_ms

-- name: schedule_next
SELECT min(next_ms) FROM schedule WHERE enabled = 1 AND next_ms > 0

-- name: schedule_set_next
UPDATE schedule SET next_ms = :next WHERE id = :id

-- A run that has happened does not happen again: the key says so.
-- name: schedule_run_add
INSERT INTO schedule_run (schedule_id, due_ms, ran_ms, batch_id, code, text)
VALUES (:id, :due, :ran, :batch, :code, :text)
ON CONFLICT (schedule_id, due_ms) DO NOTHING

-- name: schedule_runs
SELECT due_ms, ran_ms, batch_id, code, text FROM schedule_run
WHERE schedule_id = :id ORDER BY due_ms DESC LIMIT :limit

-- name: schedule_runs_prune
DELETE FROM schedule_run WHERE due_ms < :before
  AND due_ms < (SELECT max(r.due_ms) FROM schedule_run r WHERE r.schedule_id = schedule_run.schedule_id)

-- name: work_rule_set
INSERT INTO work_rule (kind, hours, zone, mains) VALUES (:kind, :hours, :zone, :mains)
ON CONFLICT (kind) DO UPDATE SET hours = excluded.hours, zone = excluded.zone, mains = excluded.mains

-- name: work_rule_remove
DELETE FROM work_rule WHERE kind = :kind

-- name: work_rule_all
SELECT kind, hours, zone, mains FROM work_rule ORDER BY kind
