-- name: batch_by_id
SELECT kind, who, reason, created_ms FROM batch WHERE id = :batch

-- A job that tells of no recordings has one line of its own.
-- name: batch_lines
SELECT j.id, j.state, i.item, j.title, coalesce(i.bytes, 0), coalesce(i.code, j.error_code),
       coalesce(i.text, j.error_text), coalesce(i.at_ms, j.finished_ms), j.kind
FROM job j LEFT JOIN job_item i ON i.job_id = j.id
WHERE j.batch_id = :batch ORDER BY j.id, i.item

-- name: batch_of_item
SELECT j.batch_id FROM job_item i JOIN job j ON j.id = i.job_id
WHERE i.item >= :prefix AND i.item < :after ORDER BY i.at_ms DESC, j.id DESC LIMIT 1

-- Done and cancelled; the range with the literal 3 lets the index job_finished serve.
-- name: job_prune_old
DELETE FROM job WHERE id IN
    (SELECT id FROM job WHERE state >= 3 AND state <= 4 AND kind = :kind AND finished_ms < :before
     ORDER BY finished_ms LIMIT :limit)

-- name: job_prune_many
DELETE FROM job WHERE id IN
    (SELECT id FROM job WHERE state >= 3 AND state <= 4 AND kind = :kind
     ORDER BY finished_ms DESC, id DESC LIMIT :limit OFFSET :keep)

-- name: batch_prune
DELETE FROM batch WHERE id IN
    (SELECT b.id FROM batch b
     WHERE b.created_ms < :before AND NOT EXISTS (SELECT 1 FROM job j WHERE j.batch_id = b.id)
     LIMIT :limit)
