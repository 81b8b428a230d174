-- CreateTable
CREATE TABLE "stamp_place" (
    "entry_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "x" DOUBLE PRECISION NOT NULL,
    "y" DOUBLE PRECISION NOT NULL,
    "w" DOUBLE PRECISION NOT NULL,
    "h" DOUBLE PRECISION NOT NULL,
    "page_width" DOUBLE PRECISION NOT NULL,
    "page_height" DOUBLE PRECISION NOT NULL,
    "found" TEXT NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "moved_by" UUID,
    "moved_at" TIMESTAMPTZ(3),

    CONSTRAINT "stamp_place_pkey" PRIMARY KEY ("entry_id","document_id")
);
