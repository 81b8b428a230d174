-- AlterTable
ALTER TABLE "book" ADD COLUMN     "committee_code" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "issuer_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rev" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "taker_post_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "number_counter" ADD COLUMN     "first_no" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "open_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_by" UUID;

-- AlterTable
ALTER TABLE "register_entry" ADD COLUMN     "block_id" UUID;

-- CreateTable
CREATE TABLE "book_pattern" (
    "book_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "pattern" TEXT NOT NULL,

    CONSTRAINT "book_pattern_pkey" PRIMARY KEY ("book_id","from_day")
);

-- CreateTable
CREATE TABLE "number_block" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "book_id" UUID NOT NULL,
    "year_be" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "first_no" INTEGER NOT NULL,
    "last_no" INTEGER NOT NULL,
    "until_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "post_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "number_block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_entry" (
    "entry_id" UUID NOT NULL,
    "letter_no" TEXT NOT NULL DEFAULT '',
    "letter_date" DATE,
    "from_text" TEXT NOT NULL DEFAULT '',
    "to_text" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "keyed_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID,
    "approver_id" UUID,

    CONSTRAINT "paper_entry_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "register_amendment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "entry_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "old_value" TEXT NOT NULL,
    "new_value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID,

    CONSTRAINT "register_amendment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "number_block_book_id_year_be_idx" ON "number_block"("book_id", "year_be");

-- CreateIndex
CREATE UNIQUE INDEX "register_amendment_entry_id_seq_key" ON "register_amendment"("entry_id", "seq");

-- CreateIndex
CREATE INDEX "register_entry_block_id_idx" ON "register_entry"("block_id");

-- AddForeignKey
ALTER TABLE "book_pattern" ADD CONSTRAINT "book_pattern_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_block" ADD CONSTRAINT "number_block_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "register_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_amendment" ADD CONSTRAINT "register_amendment_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "register_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_block_id_fkey" FOREIGN KEY ("block_id") REFERENCES "number_block"("id") ON DELETE SET NULL ON UPDATE CASCADE;
