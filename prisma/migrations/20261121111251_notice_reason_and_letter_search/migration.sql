-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "why" TEXT NOT NULL DEFAULT 'route';

-- CreateIndex
CREATE INDEX "letter_search_idx" ON "letter" USING GIN ("subject" gin_trgm_ops, "letter_no" gin_trgm_ops, "receive_no" gin_trgm_ops, "their_no" gin_trgm_ops, "from_text" gin_trgm_ops, "to_text" gin_trgm_ops);
