-- AlterTable
ALTER TABLE "letter_search" ADD COLUMN     "imported_book_id" UUID;

-- CreateTable
CREATE TABLE "register_import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "book_id" UUID NOT NULL,
    "year_be" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "headings" TEXT[],
    "mapping" JSONB NOT NULL,
    "line_count" INTEGER NOT NULL,
    "taken_count" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID,
    "done_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "undo_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "register_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_import_line" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],
    "formulas" INTEGER[],
    "status" TEXT NOT NULL DEFAULT '',
    "entry" JSONB,
    "problems" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "register_import_line_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "imported_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "import_id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "year_be" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "suffix" TEXT NOT NULL DEFAULT '',
    "entry_date" DATE,
    "letter_no" TEXT NOT NULL,
    "letter_date" DATE,
    "from_text" TEXT NOT NULL,
    "to_text" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "is_cancelled" BOOLEAN NOT NULL,
    "line" INTEGER NOT NULL,
    "original" TEXT[],

    CONSTRAINT "imported_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "register_import_book_id_year_be_idx" ON "register_import"("book_id", "year_be");

-- CreateIndex
CREATE INDEX "register_import_line_import_id_status_line_idx" ON "register_import_line"("import_id", "status", "line");

-- CreateIndex
CREATE INDEX "imported_entry_import_id_idx" ON "imported_entry"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "imported_entry_book_id_year_be_no_suffix_key" ON "imported_entry"("book_id", "year_be", "no", "suffix");

-- AddForeignKey
ALTER TABLE "register_import" ADD CONSTRAINT "register_import_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_import_line" ADD CONSTRAINT "register_import_line_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "register_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_entry" ADD CONSTRAINT "imported_entry_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "register_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An entry of an earlier register is found like a letter, by whoever may read its book; no letter of the present is ever taken for one.
CREATE FUNCTION imported_entry_is_found() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  first_day date := make_date(NEW.year_be - 543, 1, 1);
  in_year date := CASE WHEN NEW.letter_date BETWEEN first_day AND first_day + interval '1 year' - interval '1 day' THEN NEW.letter_date ELSE first_day END;
  day date := coalesce(NEW.entry_date, in_year);
BEGIN
  INSERT INTO letter_search (id, office_id, direction, kind, urgency, secrecy, is_sealed, status, letter_day, entry_day, sorted_at, book_ids, imported_book_id)
  SELECT NEW.id, b.office_id, CASE WHEN b.kind IN ('receive', 'secret_receive', 'secret_control') THEN 'incoming' ELSE 'outgoing' END,
    CASE WHEN b.kind IN ('order', 'announcement', 'certificate', 'minutes') THEN b.kind ELSE 'external_letter' END,
    'normal', 'none', false, 'ended', NEW.letter_date, day, day::timestamp AT TIME ZONE 'Asia/Bangkok', ARRAY[b.id], b.id
  FROM book b WHERE b.id = NEW.book_id;
  INSERT INTO letter_search_due (letter_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER imported_entry_is_found AFTER INSERT ON imported_entry FOR EACH ROW EXECUTE FUNCTION imported_entry_is_found();
CREATE FUNCTION imported_entry_is_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM letter_search WHERE id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER imported_entry_is_forgotten AFTER DELETE ON imported_entry FOR EACH ROW EXECUTE FUNCTION imported_entry_is_forgotten();

-- Earlier registers are read-only.
CREATE FUNCTION refuse_change_of_earlier_register() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entries of earlier registers cannot be changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER imported_entry_stays BEFORE UPDATE ON imported_entry FOR EACH ROW EXECUTE FUNCTION refuse_change_of_earlier_register();
