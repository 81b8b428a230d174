-- CreateTable
CREATE TABLE "matter_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "from_letter_id" UUID NOT NULL,
    "to_letter_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by" UUID,
    "removed_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "matter_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "matter_link_from_letter_id_idx" ON "matter_link"("from_letter_id");

-- CreateIndex
CREATE INDEX "matter_link_to_letter_id_idx" ON "matter_link"("to_letter_id");

-- At most one link in force between two letters, whichever of them it was made on.
CREATE UNIQUE INDEX "matter_link_in_force_idx" ON "matter_link" (least("from_letter_id", "to_letter_id"), greatest("from_letter_id", "to_letter_id")) WHERE "removed_at" IS NULL;

-- By what others refer to a letter: its id, its own number with its day, the sender's number with its day. A number means a letter only together
-- with its day: numbers begin anew every year. (No helper function: what an index calls may name nothing outside of the catalog.)
CREATE FUNCTION saraban_letter_keys("id" uuid, "letter_no" text, "letter_date" date, "their_no" text, "their_date" date) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT array_remove(ARRAY[
  "id"::text,
  CASE WHEN "letter_no" <> '' THEN lower(regexp_replace("letter_no", '\s', '', 'g')) || '@' || extract(year FROM "letter_date")::int || '-' || extract(month FROM "letter_date")::int || '-' || extract(day FROM "letter_date")::int END,
  CASE WHEN "their_no" <> '' THEN lower(regexp_replace("their_no", '\s', '', 'g')) || '@' || extract(year FROM "their_date")::int || '-' || extract(month FROM "their_date")::int || '-' || extract(day FROM "their_date")::int END
], NULL) $$;

-- What a letter refers to (อ้างถึง), in the same form.
CREATE FUNCTION saraban_reference_keys("refs" jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(array_agg(k.key), '{}') FROM jsonb_array_elements(CASE WHEN jsonb_typeof("refs") = 'array' THEN "refs" ELSE '[]' END) AS r(ref)
  CROSS JOIN LATERAL (VALUES
    (r.ref->>'letterId'),
    (CASE WHEN r.ref->>'date' ~ '^\d{4}-\d{2}-\d{2}$' AND r.ref->>'letterNo' <> ''
      THEN lower(regexp_replace((r.ref->>'letterNo'), '\s', '', 'g')) || '@' || substr(r.ref->>'date', 1, 4)::int || '-' || substr(r.ref->>'date', 6, 2)::int || '-' || substr(r.ref->>'date', 9, 2)::int END)
  ) AS k(key) WHERE k.key IS NOT NULL $$;

CREATE INDEX "letter_keys_idx" ON "letter" USING GIN (saraban_letter_keys("id", "letter_no", "letter_date", "their_no", "their_date"));
CREATE INDEX "letter_reference_keys_idx" ON "letter" USING GIN (saraban_reference_keys("references")) WHERE "references" <> '[]';
