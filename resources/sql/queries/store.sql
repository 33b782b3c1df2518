-- name: store_add
INSERT INTO store (uid, kind, name, path, state, added_ms)
VALUES (:uid, :kind, :name, :path, 0, :added) RETURNING id

-- name: store_remove
DELETE FROM store WHERE id = :id

-- name: store_all
SELECT s.id, s.uid, s.kind, s.name, s.path, s.state, s.added_ms, s.scanned_ms,
       coalesce(sum(t.number), 0), coalesce(sum(t.bytes), 0)
FROM store s LEFT JOIN recording_tally t ON t.store_id = s.id AND t.state <> 3
GROUP BY s.id ORDER BY s.name, s.id

-- name: store_find
SELECT s.id, s.uid, s.kind, s.name, s.path, s.state, s.added_ms, s.scanned_ms,
       (SELECT coalesce(sum(number), 0) FROM recording_tally t WHERE t.store_id = s.id AND t.state <> 3),
       (SELECT coalesce(sum(bytes), 0) FROM recording_tally t WHERE t.store_id = s.id AND t.state <> 3)
FROM store s WHERE s.id = :id OR s.uid = :uid

-- name: store_set_state
UPDATE store SET state = :state WHERE id = :id AND state <> :state

-- name: store_set_scanned
UPDATE store SET scanned_ms = :now WHERE id = :id
