-- name: store_add
INSERT INTO store (uid, kind, name, path, state, added_ms)
VALUES (:uid, :kind, :name, :path, 0, :added) RETURNING id

-- name: store_remove
DELETE FROM store WHERE id = :id

-- name: store_all
SELECT s.id, s.uid, s.kind, s.name, s.path, s.state, s.added_ms, s.scanned_ms,
       count(r.id), coalesce(sum(r.bytes), 0)
FROM store s LEFT JOIN recording r ON r.store_id = s.id AND r.state <> 3
GROUP BY s.id ORDER BY s.name, s.id

-- name: store_find
SELECT s.id, s.uid, s.kind, s.name, s.path, s.state, s.added_ms, s.scanned_ms,
       (SELECT count(*) FROM recording r WHERE r.store_id = s.id AND r.state <> 3),
       (SELECT coalesce(sum(bytes), 0) FROM recording r WHERE r.store_id = s.id AND r.state <> 3)
FROM store s WHERE s.id = :id OR s.uid = :uid

-- Without its sums, for a job: counting a million recordings takes longer than most jobs.
-- name: store_root
SELECT id, uid, kind, name, path, state, added_ms, scanned_ms, 0, 0 FROM store WHERE uid = :uid

-- name: store_set_state
UPDATE store SET state = :state WHERE id = :id AND state <> :state

-- name: store_set_scanned
UPDATE store SET scanned_ms = :now WHERE id = :id
