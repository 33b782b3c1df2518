-- name: retention_rule_add
INSERT INTO retention_rule (name, query, language, bound, amount, enabled, who, created_ms)
VALUES (:name, :query, :language, :bound, :amount, :enabled, :who, :now)
ON CONFLICT (name) DO NOTHING
RETURNING id

-- name: retention_rule_change
UPDATE retention_rule
SET name = :name, query = :query, language = :language, bound = :bound, amount = :amount,
    enabled = :enabled
WHERE id = :id AND NOT EXISTS (SELECT 1 FROM retention_rule o WHERE o.name = :name AND o.id <> :id)

-- name: retention_rule_enable
UPDATE retention_rule SET enabled = :enabled WHERE id = :id

-- name: retention_rule_remove
DELETE FROM retention_rule WHERE id = :id

-- name: retention_rule_all
SELECT id, name, query, language, bound, amount, enabled, who, created_ms
FROM retention_rule ORDER BY name

-- Of the planned ones, those that may go yet: what was held, flagged, taken by another deletion
-- or lost since then stays. ids: a JSON array; in its order.
-- name: retention_still
SELECT r.id, r.bytes FROM json_each(:ids) i JOIN recording r ON r.id = i.value
WHERE r.state IN (0, 1) AND r.flagged = 0
  AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.recording_id = r.id)
ORDER BY i.key

-- By which people know them. ids: a JSON array; in its order.
-- name: retention_uids
SELECT r.uid FROM json_each(:ids) i JOIN recording r ON r.id = i.value ORDER BY i.key

-- name: schedule_count_retention
SELECT count(*) FROM schedule WHERE action = 'retention'
