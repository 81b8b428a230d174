-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "returned_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "delivery_from_office_id_sent_at_idx" ON "delivery"("from_office_id", "sent_at");

-- CreateIndex
CREATE INDEX "register_entry_book_id_entry_date_idx" ON "register_entry"("book_id", "entry_date");
