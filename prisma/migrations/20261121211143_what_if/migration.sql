-- CreateTable
CREATE TABLE "route_what_if" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "takes_all" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "result" JSONB,
    "person_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "route_what_if_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route_what_if_letter" (
    "run_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "difference" JSONB,
    "reason" JSONB,
    "is_late_then" BOOLEAN NOT NULL,
    "is_late_now" BOOLEAN NOT NULL,
    "minutes_then" INTEGER,
    "minutes_now" INTEGER,
    "way" TEXT[],

    CONSTRAINT "route_what_if_letter_pkey" PRIMARY KEY ("run_id","letter_id")
);

-- CreateIndex
CREATE INDEX "route_what_if_draft_id_started_at_idx" ON "route_what_if"("draft_id", "started_at");

-- CreateIndex
CREATE INDEX "route_what_if_letter_run_id_no_idx" ON "route_what_if_letter"("run_id", "no");

-- One run of a draft at a time.
CREATE UNIQUE INDEX "route_what_if_one" ON "route_what_if"("draft_id") WHERE "state" = 'running';
