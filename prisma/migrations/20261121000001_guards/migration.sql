-- What schema.prisma cannot say: partial indexes, uniqueness among some rows, and rows that may not change.

-- Fragments of Thai text are found by trigrams; ctype C would make none (checked at start-up).
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A letter takes one number for one key in one book; a cancelled one stays in the book and does not count.
CREATE UNIQUE INDEX register_entry_one_per_letter_key ON register_entry (book_id, letter_id, number_key)
  WHERE status <> 'cancelled' AND letter_id IS NOT NULL;

-- Inbox and supervisor's board look at open tasks only.
CREATE INDEX task_open_post_ids ON task USING gin (post_ids) WHERE status = 'open';
CREATE INDEX task_open_office_due ON task (office_id, due_at) WHERE status = 'open';

-- What still has to happen, oldest first.
CREATE INDEX due_instant_waiting ON due_instant (letter_id, at) WHERE fired_at IS NULL;
CREATE INDEX letter_event_waiting ON letter_event (letter_id, created_at) WHERE consumed_at IS NULL;
CREATE INDEX outbox_unsent ON outbox (next_try_at) WHERE sent_at IS NULL;
CREATE INDEX command_pending ON command (created_at) WHERE status = 'pending';

-- NULLs are distinct in the unique index of (office_id, day): a national day would be declared twice.
CREATE UNIQUE INDEX calendar_day_national ON calendar_day (day) WHERE office_id IS NULL;

-- A published route never changes: letters are pinned to it by version and hash.
CREATE FUNCTION refuse_change_of_published_route() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE'
     AND NEW.definition = OLD.definition AND NEW.sha256 = OLD.sha256
     AND NEW.version = OLD.version AND NEW.route_id = OLD.route_id AND NEW.id = OLD.id
     AND NEW.published_at IS NOT DISTINCT FROM OLD.published_at THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'route version % is published and cannot be changed', OLD.id USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER route_version_published BEFORE UPDATE OR DELETE ON route_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_route();

-- The audit trail is only ever added to.
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit events are append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
