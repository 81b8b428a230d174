-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "mails_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "notice_mail" (
    "notice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_mail_pkey" PRIMARY KEY ("notice_id","person_id")
);

-- What is to be sent, and the notices of which no mails have been made yet.
CREATE INDEX notice_mail_due ON notice_mail (next_try_at) WHERE sent_at IS NULL;
CREATE INDEX notice_without_mails ON notice (created_at) WHERE mails_at IS NULL;
