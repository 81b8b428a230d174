-- AlterTable
ALTER TABLE "route_move" ADD COLUMN     "cancel_reason" TEXT,
ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "cancelled_by" UUID;

-- AlterTable
ALTER TABLE "route_move_letter" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_at" TIMESTAMPTZ(3);
