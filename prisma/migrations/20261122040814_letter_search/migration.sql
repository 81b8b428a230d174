-- CreateTable
CREATE TABLE "letter_search" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "secrecy" TEXT NOT NULL,
    "is_sealed" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "owner_unit_id" UUID,
    "letter_day" DATE,
    "entry_day" DATE NOT NULL,
    "sorted_at" TIMESTAMPTZ(3) NOT NULL,
    "book_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "numbers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "head" TEXT NOT NULL DEFAULT '',
    "envelope" TEXT NOT NULL DEFAULT '',
    "head_words" tsvector NOT NULL DEFAULT ''::tsvector,
    "inside" TEXT NOT NULL DEFAULT '',
    "inside_words" tsvector NOT NULL DEFAULT ''::tsvector,

    CONSTRAINT "letter_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_search_due" (
    "id" BIGSERIAL NOT NULL,
    "letter_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_search_due_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_text" (
    "document_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_text_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "office_id" UUID,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "letter_search_terms_idx" ON "letter_search" USING GIN ("numbers", "head" gin_trgm_ops, "head_words", "inside_words");

-- CreateIndex
CREATE INDEX "letter_search_office_id_sorted_at_id_idx" ON "letter_search"("office_id", "sorted_at", "id");

-- CreateIndex
CREATE INDEX "letter_search_sorted_at_id_idx" ON "letter_search"("sorted_at", "id");

-- CreateIndex
CREATE INDEX "document_text_letter_id_idx" ON "document_text"("letter_id");

-- CreateIndex
CREATE INDEX "saved_search_person_id_idx" ON "saved_search"("person_id");

-- CreateIndex
CREATE INDEX "saved_search_office_id_idx" ON "saved_search"("office_id");

-- The facts of a letter that a search is filtered by, equal to the letter's at every moment: rights are decided on them. A letter that becomes
-- classified or sealed loses at once what is kept of its inside.
CREATE FUNCTION keep_search_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_closed boolean := NEW.secrecy <> 'none' OR NEW.is_sealed;
BEGIN
  INSERT INTO letter_search AS s (id, office_id, direction, kind, urgency, secrecy, is_sealed, status, owner_unit_id, letter_day, entry_day, sorted_at)
  VALUES (NEW.id, NEW.office_id, NEW.direction, NEW.kind, NEW.urgency, NEW.secrecy, NEW.is_sealed, NEW.status, NEW.owner_unit_id,
    coalesce(NEW.letter_date, NEW.their_date), (coalesce(NEW.received_at, NEW.created_at) AT TIME ZONE 'Asia/Bangkok')::date, coalesce(NEW.received_at, NEW.created_at))
  ON CONFLICT (id) DO UPDATE SET office_id = excluded.office_id, direction = excluded.direction, kind = excluded.kind, urgency = excluded.urgency,
    secrecy = excluded.secrecy, is_sealed = excluded.is_sealed, status = excluded.status, owner_unit_id = excluded.owner_unit_id,
    letter_day = excluded.letter_day, entry_day = excluded.entry_day, sorted_at = excluded.sorted_at,
    inside = CASE WHEN is_closed THEN '' ELSE s.inside END, inside_words = CASE WHEN is_closed THEN ''::tsvector ELSE s.inside_words END;
  IF is_closed THEN
    DELETE FROM document_text WHERE letter_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER letter_is_findable AFTER INSERT ON letter FOR EACH ROW EXECUTE FUNCTION keep_search_facts();
CREATE TRIGGER letter_stays_findable
  AFTER UPDATE OF office_id, direction, kind, urgency, secrecy, is_sealed, status, owner_unit_id, letter_date, their_date, received_at ON letter
  FOR EACH ROW WHEN ((OLD.office_id, OLD.direction, OLD.kind, OLD.urgency, OLD.secrecy, OLD.is_sealed, OLD.status, OLD.owner_unit_id, OLD.letter_date, OLD.their_date, OLD.received_at)
    IS DISTINCT FROM (NEW.office_id, NEW.direction, NEW.kind, NEW.urgency, NEW.secrecy, NEW.is_sealed, NEW.status, NEW.owner_unit_id, NEW.letter_date, NEW.their_date, NEW.received_at))
  EXECUTE FUNCTION keep_search_facts();

-- Whatever changes by what a letter is found asks for its texts to be read anew. Always another row: whoever commits never waits for the reader.
CREATE FUNCTION read_letter_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter_search_due (letter_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION read_its_letter_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter_search_due (letter_id) VALUES (NEW.letter_id);
  RETURN NULL;
END $$;
CREATE FUNCTION read_sent_letter_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter_search_due (letter_id) VALUES (NEW.from_letter_id);
  RETURN NULL;
END $$;
CREATE TRIGGER letter_texts_are_found AFTER INSERT ON letter FOR EACH ROW EXECUTE FUNCTION read_letter_anew();
CREATE TRIGGER letter_texts_stay_found
  AFTER UPDATE OF subject, from_text, to_text, their_no, their_date, body, enclosure_list, "references", signature, letter_no, letter_date, secrecy, is_sealed ON letter
  FOR EACH ROW WHEN ((OLD.subject, OLD.from_text, OLD.to_text, OLD.their_no, OLD.their_date, OLD.body, OLD.enclosure_list, OLD."references", OLD.signature, OLD.letter_no, OLD.letter_date, OLD.secrecy, OLD.is_sealed)
    IS DISTINCT FROM (NEW.subject, NEW.from_text, NEW.to_text, NEW.their_no, NEW.their_date, NEW.body, NEW.enclosure_list, NEW."references", NEW.signature, NEW.letter_no, NEW.letter_date, NEW.secrecy, NEW.is_sealed))
  EXECUTE FUNCTION read_letter_anew();
CREATE TRIGGER register_entry_is_found AFTER INSERT OR UPDATE OF letter_id, printed ON register_entry
  FOR EACH ROW WHEN (NEW.letter_id IS NOT NULL) EXECUTE FUNCTION read_its_letter_anew();
CREATE TRIGGER document_is_found AFTER INSERT OR UPDATE OF letter_id, superseded_at ON document
  FOR EACH ROW WHEN (NEW.letter_id IS NOT NULL AND NEW.role IN ('main', 'enclosure')) EXECUTE FUNCTION read_its_letter_anew();
CREATE TRIGGER receivers_number_is_found AFTER UPDATE OF receive_no ON delivery
  FOR EACH ROW WHEN (NEW.receive_no IS NOT NULL AND OLD.receive_no IS DISTINCT FROM NEW.receive_no) EXECUTE FUNCTION read_sent_letter_anew();

-- Letters that are there already: found by their facts at once, by their texts as soon as the worker has read them; what is read is read, whenever it stops.
INSERT INTO letter_search (id, office_id, direction, kind, urgency, secrecy, is_sealed, status, owner_unit_id, letter_day, entry_day, sorted_at)
  SELECT id, office_id, direction, kind, urgency, secrecy, is_sealed, status, owner_unit_id, coalesce(letter_date, their_date),
    (coalesce(received_at, created_at) AT TIME ZONE 'Asia/Bangkok')::date, coalesce(received_at, created_at) FROM letter;
INSERT INTO letter_search_due (letter_id) SELECT id FROM letter ORDER BY created_at DESC;
