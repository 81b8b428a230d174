-- CreateTable
CREATE TABLE "desk" (
    "person_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "filters" JSONB NOT NULL,
    "phrases" TEXT[],
    "favourite_unit_ids" UUID[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_pkey" PRIMARY KEY ("person_id")
);
