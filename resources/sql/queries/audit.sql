-- name: audit_head
SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1

-- name: audit_add
INSERT INTO audit (id, at_ms, who, action, recording, store, batch, reason, detail, prior, hash)
VALUES (:id, :at, :who, :action, :recording, :store, :batch, :reason, :detail, :prior, :hash)

-- Newest first.
-- name: audit_page
SELECT id, at_ms, who, action, recording, store, batch, reason, detail, prior, hash FROM audit
WHERE id > :above AND (:before = 0 OR id < :before) AND at_ms >= :since ORDER BY id DESC LIMIT :limit

-- What was done to recordings whose uid begins so: by itself, or as one of many in a batch.
-- name: audit_page_of_recording
SELECT id, at_ms, who, action, recording, store, batch, reason, detail, prior, hash FROM audit
WHERE id IN (SELECT id FROM audit WHERE recording >= :prefix AND recording < :after AND recording <> ''
             UNION
             SELECT a.id FROM job_item i JOIN job j ON j.id = i.job_id
                 JOIN audit a ON a.batch = j.batch_id AND a.batch > 0
             WHERE i.item >= :prefix AND i.item < :after
                 AND (a.action <> 'job-end' OR json_extract(a.detail, '$.job') = j.id))
  AND id > :above AND (:before = 0 OR id < :before) AND at_ms >= :since ORDER BY id DESC LIMIT :limit

-- name: audit_of_batch
SELECT id, at_ms, who, action, recording, store, batch, reason, detail, prior, hash FROM audit
WHERE batch = :batch AND batch > 0 ORDER BY id

-- name: audit_after
SELECT id, at_ms, who, action, recording, store, batch, reason, detail, prior, hash FROM audit
WHERE id > :after ORDER BY id LIMIT :limit

-- name: audit_by_id
SELECT id, at_ms, who, action, recording, store, batch, reason, detail, prior, hash FROM audit
WHERE id = :id

-- The highest number that was ever given: rows that were cut off at the end are missed by it.
-- name: audit_highest
SELECT seq FROM sqlite_sequence WHERE name = 'audit'

-- What jobs did to one recording, newest first.
-- name: item_history
SELECT j.batch_id, j.id, j.kind, i.item, i.bytes, i.code, i.text, i.at_ms
FROM job_item i JOIN job j ON j.id = i.job_id WHERE i.item = :item ORDER BY i.at_ms DESC, j.id DESC
