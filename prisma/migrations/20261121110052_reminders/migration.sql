-- CreateTable
CREATE TABLE "reminder" (
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "letter_id" UUID NOT NULL,
    "task_id" TEXT NOT NULL,
    "notice_id" UUID NOT NULL,
    "by_person_id" UUID NOT NULL,
    "by_post_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("person_id","day","letter_id","task_id")
);

-- CreateIndex
CREATE INDEX "reminder_letter_id_task_id_at_idx" ON "reminder"("letter_id", "task_id", "at");

-- CreateIndex
CREATE INDEX "reminder_notice_id_idx" ON "reminder"("notice_id");

-- CreateIndex
CREATE INDEX "delivery_from_office_id_status_idx" ON "delivery"("from_office_id", "status");
