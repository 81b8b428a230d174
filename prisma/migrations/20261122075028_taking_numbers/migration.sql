-- DropForeignKey
ALTER TABLE "paper_entry" DROP CONSTRAINT "paper_entry_entry_id_fkey";

-- AlterTable
ALTER TABLE "number_block" ADD COLUMN     "for_whom" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "register_entry" ADD COLUMN     "given_by" UUID,
ADD COLUMN     "given_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "given_to" UUID,
ADD COLUMN     "used_at" TIMESTAMPTZ(3);

-- DropTable
DROP TABLE "paper_entry";

-- A letter is kept one number of a book.
CREATE UNIQUE INDEX register_entry_given_key ON register_entry (given_to, book_id) WHERE status = 'reserved' AND given_to IS NOT NULL;
