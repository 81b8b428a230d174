-- CreateTable
CREATE TABLE "task_read" (
    "letter_id" UUID NOT NULL,
    "task_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_read_pkey" PRIMARY KEY ("letter_id","task_id","person_id")
);
