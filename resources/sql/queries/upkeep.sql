-- Of the file itself.

-- name: database_check
PRAGMA quick_check

-- name: free_pages
PRAGMA freelist_count

-- name: free_one_page
PRAGMA incremental_vacuum(1)

-- name: empty_log
PRAGMA wal_checkpoint(TRUNCATE)
