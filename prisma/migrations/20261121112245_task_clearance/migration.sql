-- AlterTable
ALTER TABLE "task" ADD COLUMN     "is_sealed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "secrecy" TEXT NOT NULL DEFAULT 'none';

-- A task carries its letter's class and seal: what a reader may know of is then decided on the task alone.
UPDATE task t SET secrecy = l.secrecy, is_sealed = l.is_sealed
  FROM letter l WHERE l.id = t.letter_id AND (l.secrecy <> 'none' OR l.is_sealed);

CREATE FUNCTION take_class_of_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT l.secrecy, l.is_sealed INTO STRICT NEW.secrecy, NEW.is_sealed FROM letter l WHERE l.id = NEW.letter_id;
  RETURN NEW;
END $$;
CREATE TRIGGER task_takes_class BEFORE INSERT OR UPDATE OF secrecy, is_sealed, letter_id ON task
  FOR EACH ROW EXECUTE FUNCTION take_class_of_letter();

CREATE FUNCTION pass_class_to_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE task SET secrecy = NEW.secrecy, is_sealed = NEW.is_sealed WHERE letter_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER letter_passes_class AFTER UPDATE OF secrecy, is_sealed ON letter
  FOR EACH ROW WHEN (OLD.secrecy IS DISTINCT FROM NEW.secrecy OR OLD.is_sealed IS DISTINCT FROM NEW.is_sealed)
  EXECUTE FUNCTION pass_class_to_tasks();
