-- AlterTable
ALTER TABLE "route_table" ADD COLUMN     "rev" INTEGER NOT NULL DEFAULT 0;
