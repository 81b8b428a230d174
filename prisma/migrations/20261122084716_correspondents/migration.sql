-- CreateTable
CREATE TABLE "correspondent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "written" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "letter_code" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "kept_id" UUID NOT NULL,
    "merged_into" UUID,
    "merged_at" TIMESTAMPTZ(3),
    "merged_by" UUID,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "correspondent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "correspondent_office_id_name_key_idx" ON "correspondent"("office_id", "name_key");

-- CreateIndex
CREATE INDEX "correspondent_kept_id_idx" ON "correspondent"("kept_id");

-- CreateIndex
CREATE INDEX "correspondent_merged_into_idx" ON "correspondent"("merged_into");

-- CreateIndex
CREATE UNIQUE INDEX "correspondent_office_id_key_key" ON "correspondent"("office_id", "key");

-- Who has written before is known from the beginning: the first spelling of each, of letters that are open to the registry.
insert into correspondent (id, office_id, written, key, name, name_key, kept_id, created_at)
select id, office_id, from_text, key, from_text, key, id, created_at from (
  select distinct on (l.office_id, lower(regexp_replace(l.from_text, '[\s.]', '', 'g'))) gen_random_uuid() as id, l.office_id, l.from_text,
    lower(regexp_replace(l.from_text, '[\s.]', '', 'g')) as key, l.created_at
  from letter l where l.direction = 'incoming' and l.secrecy = 'none' and not l.is_sealed and l.delivery_id is null and l.status <> 'new'
  order by l.office_id, lower(regexp_replace(l.from_text, '[\s.]', '', 'g')), l.created_at
) first where key <> '';
