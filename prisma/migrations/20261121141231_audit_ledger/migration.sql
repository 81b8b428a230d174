-- CreateTable
CREATE TABLE "audit_link" (
    "event_id" BIGINT NOT NULL,
    "ledger" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "audit_root" (
    "ledger" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "audit_root_pkey" PRIMARY KEY ("ledger","seq")
);

-- CreateTable
CREATE TABLE "login_failure" (
    "key" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL,

    CONSTRAINT "login_failure_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_ledger_seq_key" ON "audit_link"("ledger", "seq");

-- CreateIndex
CREATE INDEX "login_failure_since_idx" ON "login_failure"("since");

-- Links and roots are only ever added, like the events that they cover.
CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE ON audit_link
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_link_no_truncate BEFORE TRUNCATE ON audit_link
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_root_append_only BEFORE UPDATE OR DELETE ON audit_root
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_root_no_truncate BEFORE TRUNCATE ON audit_root
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
