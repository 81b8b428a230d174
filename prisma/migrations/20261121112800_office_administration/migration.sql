-- AlterTable
ALTER TABLE "distribution_list" ADD COLUMN     "rev" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "office" ADD COLUMN     "rev" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "must_change_password" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "office_id" UUID,
ADD COLUMN     "password_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "rev" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "post" ADD COLUMN     "rev" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "rev" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "person_office_id_idx" ON "person"("office_id");

-- Accounts that are there belong to the office of their holder's first own post.
UPDATE "person" SET "office_id" = held.office_id FROM (
  SELECT DISTINCT ON (a.person_id) a.person_id, p.office_id FROM appointment a JOIN post p ON p.id = a.post_id
   WHERE a.capacity = 'own' ORDER BY a.person_id, (a.ended_at IS NOT NULL), a.valid_from, a.id
) held WHERE held.person_id = "person".id;
