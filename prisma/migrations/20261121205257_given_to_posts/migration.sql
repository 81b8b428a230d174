-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "post_id" UUID;

-- AlterTable
ALTER TABLE "desk" ADD COLUMN     "favourite_post_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "endorsement" ADD COLUMN     "to_post_ids" UUID[] DEFAULT ARRAY[]::UUID[];
