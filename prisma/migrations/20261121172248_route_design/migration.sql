-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "route" JSONB,
ALTER COLUMN "letter_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "route_version" ADD COLUMN     "author_id" UUID,
ADD COLUMN     "in_force_from" TIMESTAMPTZ(3),
ADD COLUMN     "layout" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "route_draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "route_id" UUID,
    "code" TEXT NOT NULL,
    "base_version_id" UUID,
    "author_id" UUID NOT NULL,
    "author_post_id" UUID,
    "definition" JSONB NOT NULL,
    "layout" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT NOT NULL DEFAULT '',
    "rev" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "route_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route_proposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "route_id" UUID,
    "code" TEXT NOT NULL,
    "base_version_id" UUID,
    "draft_id" UUID,
    "older_version_id" UUID,
    "definition" JSONB NOT NULL,
    "layout" JSONB NOT NULL DEFAULT '{}',
    "cases" JSONB NOT NULL DEFAULT '[]',
    "note" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3),
    "running_letters" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_post_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "version_id" UUID,

    CONSTRAINT "route_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route_case" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "draft_id" UUID,
    "version_id" UUID,
    "name" TEXT NOT NULL,
    "script" JSONB NOT NULL,
    "expected" JSONB NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "route_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route_move" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "to_version_id" UUID NOT NULL,
    "nodes" JSONB NOT NULL DEFAULT '{}',
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "own_post_id" UUID,
    "reason" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "route_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route_move_letter" (
    "move_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "frame_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "code" TEXT,
    "details" JSONB,
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "route_move_letter_pkey" PRIMARY KEY ("move_id","letter_id","frame_id")
);

-- CreateIndex
CREATE INDEX "route_draft_route_id_idx" ON "route_draft"("route_id");

-- CreateIndex
CREATE UNIQUE INDEX "route_draft_office_id_code_author_id_key" ON "route_draft"("office_id", "code", "author_id");

-- CreateIndex
CREATE INDEX "route_proposal_office_id_status_idx" ON "route_proposal"("office_id", "status");

-- CreateIndex
CREATE INDEX "route_case_draft_id_idx" ON "route_case"("draft_id");

-- CreateIndex
CREATE INDEX "route_case_version_id_idx" ON "route_case"("version_id");

-- CreateIndex
CREATE INDEX "route_move_to_version_id_idx" ON "route_move"("to_version_id");

-- Versions that are there took effect when they were published, by whoever published them.
UPDATE "route_version" SET "in_force_from" = "published_at", "author_id" = "published_by" WHERE "published_at" IS NOT NULL;

-- One proposal per route waits for a second person.
CREATE UNIQUE INDEX route_proposal_waiting ON route_proposal (office_id, code) WHERE status = 'waiting';

-- A test case belongs to a draft or to a version.
ALTER TABLE route_case ADD CONSTRAINT route_case_owner CHECK ((draft_id IS NULL) <> (version_id IS NULL));

-- A notice is about a letter or about a route.
ALTER TABLE notice ADD CONSTRAINT notice_about CHECK (letter_id IS NOT NULL OR route IS NOT NULL);

-- A published route never changes: what was drawn, by whom, why and from when. Only its end may come.
CREATE OR REPLACE FUNCTION refuse_change_of_published_route() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE'
     AND NEW.definition = OLD.definition AND NEW.sha256 = OLD.sha256
     AND NEW.version = OLD.version AND NEW.route_id = OLD.route_id AND NEW.id = OLD.id
     AND NEW.published_at IS NOT DISTINCT FROM OLD.published_at
     AND NEW.in_force_from IS NOT DISTINCT FROM OLD.in_force_from
     AND NEW.layout = OLD.layout AND NEW.note = OLD.note
     AND NEW.author_id IS NOT DISTINCT FROM OLD.author_id
     AND NEW.published_by IS NOT DISTINCT FROM OLD.published_by THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'route version % is published and cannot be changed', OLD.id USING ERRCODE = 'restrict_violation';
END
$$;

-- The test cases of a version stay with it.
CREATE FUNCTION refuse_change_of_version_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.version_id IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'a test case of a published version cannot be changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER route_case_published BEFORE UPDATE OR DELETE ON route_case
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version_case();
