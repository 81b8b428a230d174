-- A reference that names its letter means that one only; by number and day go references that do not.
CREATE OR REPLACE FUNCTION saraban_reference_keys("refs" jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(array_agg(k.key), '{}') FROM jsonb_array_elements(CASE WHEN jsonb_typeof("refs") = 'array' THEN "refs" ELSE '[]' END) AS r(ref)
  CROSS JOIN LATERAL (VALUES
    (coalesce(r.ref->>'letterId', CASE WHEN r.ref->>'date' ~ '^\d{4}-\d{2}-\d{2}$' AND r.ref->>'letterNo' <> ''
      THEN lower(regexp_replace((r.ref->>'letterNo'), '\s', '', 'g')) || '@' || substr(r.ref->>'date', 1, 4)::int || '-' || substr(r.ref->>'date', 6, 2)::int || '-' || substr(r.ref->>'date', 9, 2)::int END))
  ) AS k(key) WHERE k.key IS NOT NULL $$;

REINDEX INDEX "letter_reference_keys_idx";
