-- AlterTable
ALTER TABLE "office" ADD COLUMN     "is_template" BOOLEAN NOT NULL DEFAULT false;
-- Until now every office that works was a template; from now on those as which the Office of the Permanent Secretary lets others begin.
UPDATE "office" SET "is_template" = true WHERE "code" IN ('ops', 'lopburi');
