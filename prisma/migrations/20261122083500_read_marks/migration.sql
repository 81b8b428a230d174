-- Copies for information that were left unread when their letter ended are listed for a while.
CREATE INDEX task_read_mark_post_ids ON task USING gin (post_ids) WHERE status = 'readMark';
