-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" UUID,
    "name_th" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_th" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "head_title_th" TEXT NOT NULL,
    "address_th" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "province_iso" TEXT,
    "is_linked" BOOLEAN NOT NULL DEFAULT false,
    "pilot_wave" INTEGER,
    "fallback_post_id" UUID,
    "secret_registrar_post_id" UUID,
    "process_owner_post_id" UUID,
    "registry_unit_id" UUID,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "parent_id" UUID,
    "code" TEXT NOT NULL,
    "name_th" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_th" TEXT NOT NULL,
    "letter_code" TEXT,
    "phone" TEXT NOT NULL DEFAULT '',
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title_th" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "superior_id" UUID,
    "roles" TEXT[],
    "is_unit_head" BOOLEAN NOT NULL DEFAULT false,
    "oversees_units" UUID[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "login" TEXT NOT NULL,
    "password_hash" TEXT,
    "name_th" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "clearance" TEXT NOT NULL DEFAULT 'none',
    "locale" TEXT NOT NULL DEFAULT 'th',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "is_disabled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "own_post_id" UUID,
    "order_no" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "from_post_id" UUID NOT NULL,
    "to_post_id" UUID NOT NULL,
    "kinds" TEXT[],
    "order_no" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "succession" (
    "post_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "successor_post_id" UUID NOT NULL,
    "order_no" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "succession_pkey" PRIMARY KEY ("post_id","sort_order")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" UUID,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name_th" TEXT NOT NULL,
    "name_en" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'confirmed',
    "declared_by" UUID,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_th" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "route_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "route_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by" UUID,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "route_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route_table" (
    "office_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "table" JSONB NOT NULL,

    CONSTRAINT "route_table_pkey" PRIMARY KEY ("office_id","scope")
);

-- CreateTable
CREATE TABLE "distribution_list" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_th" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "members" JSONB NOT NULL,

    CONSTRAINT "distribution_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "book" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "unit_id" UUID,
    "post_id" UUID,
    "kind" TEXT NOT NULL,
    "name_th" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "pattern" TEXT NOT NULL DEFAULT '',
    "shares_series_of" UUID,
    "is_held" BOOLEAN NOT NULL DEFAULT false,
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "book_rule" (
    "office_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "book_kind" TEXT NOT NULL,
    "letter_kind" TEXT,
    "signer_post_id" UUID,
    "owner_unit_id" UUID,
    "book_id" UUID NOT NULL,

    CONSTRAINT "book_rule_pkey" PRIMARY KEY ("office_id","sort_order")
);

-- CreateTable
CREATE TABLE "number_counter" (
    "book_id" UUID NOT NULL,
    "year_be" INTEGER NOT NULL,
    "last_no" INTEGER NOT NULL DEFAULT 0,
    "last_date" DATE,

    CONSTRAINT "number_counter_pkey" PRIMARY KEY ("book_id","year_be")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "book_id" UUID NOT NULL,
    "year_be" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "printed" TEXT NOT NULL,
    "letter_id" UUID,
    "number_key" TEXT,
    "unit_id" UUID,
    "status" TEXT NOT NULL,
    "entry_date" DATE NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "post_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by" UUID,
    "cancel_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "route_version_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "urgent_by" TIMESTAMPTZ(3),
    "secrecy" TEXT NOT NULL DEFAULT 'none',
    "is_sealed" BOOLEAN NOT NULL DEFAULT false,
    "channel" TEXT NOT NULL DEFAULT 'exchange',
    "subject" TEXT,
    "from_text" TEXT NOT NULL DEFAULT '',
    "to_text" TEXT NOT NULL DEFAULT '',
    "their_no" TEXT NOT NULL DEFAULT '',
    "their_date" DATE,
    "body" TEXT,
    "enclosure_list" TEXT[],
    "references" JSONB NOT NULL DEFAULT '[]',
    "addressees" JSONB NOT NULL DEFAULT '[]',
    "date_asked" DATE,
    "owner_unit_id" UUID,
    "drafter_person_id" UUID,
    "drafter_post_id" UUID,
    "signer_person_id" UUID,
    "signature" JSONB,
    "letter_no" TEXT,
    "letter_date" DATE,
    "receive_no" TEXT,
    "received_at" TIMESTAMPTZ(3),
    "deemed_received_on" DATE,
    "delivery_id" UUID,
    "correlation_id" UUID NOT NULL,
    "public_code" TEXT NOT NULL,
    "text_version" INTEGER NOT NULL DEFAULT 1,
    "is_generated" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "seq" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'new',
    "outcome" TEXT,
    "state" JSONB,
    "state_hash" TEXT,
    "audit_seq" INTEGER NOT NULL DEFAULT 0,
    "audit_hash" TEXT NOT NULL DEFAULT '',
    "ahead_flag" JSONB,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_version" (
    "letter_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "why" TEXT NOT NULL,
    "person_id" UUID,
    "post_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_version_pkey" PRIMARY KEY ("letter_id","version")
);

-- CreateTable
CREATE TABLE "letter_reader" (
    "letter_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_reader_pkey" PRIMARY KEY ("letter_id","post_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "letter_id" UUID NOT NULL,
    "frame_id" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "by_person_id" UUID,
    "by_post_id" UUID,
    "receive_no" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("letter_id","frame_id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "letter_id" UUID,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "pages" INTEGER,
    "places" JSONB,
    "source_id" UUID,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "uploaded_by" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "attached_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_link" (
    "from_letter_id" UUID NOT NULL,
    "to_letter_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_link_pkey" PRIMARY KEY ("from_letter_id","to_letter_id","kind")
);

-- CreateTable
CREATE TABLE "endorsement" (
    "letter_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "task_id" TEXT,
    "node_id" TEXT,
    "action" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "own_post_id" UUID,
    "order_no" TEXT NOT NULL DEFAULT '',
    "to_unit_ids" UUID[],
    "to_post_id" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "endorsement_pkey" PRIMARY KEY ("letter_id","seq","no")
);

-- CreateTable
CREATE TABLE "command" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "body_digest" TEXT NOT NULL,
    "letter_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "event_digest" TEXT NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'pending',
    "code" TEXT,
    "details" JSONB,
    "seq" INTEGER,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "is_seen" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transition" (
    "letter_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "event_id" TEXT NOT NULL,
    "event_type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "post_id" UUID,
    "capacity" TEXT,
    "summary" JSONB NOT NULL,
    "outcome" JSONB NOT NULL,
    "state_hash" TEXT NOT NULL,

    CONSTRAINT "transition_pkey" PRIMARY KEY ("letter_id","seq")
);

-- CreateTable
CREATE TABLE "task" (
    "letter_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "frame_id" TEXT NOT NULL,
    "node_id" TEXT NOT NULL,
    "node_name" TEXT NOT NULL,
    "node_name_en" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "post_ids" UUID[],
    "person_id" UUID,
    "via" TEXT NOT NULL DEFAULT 'rule',
    "passed_over" UUID[],
    "rev" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "about" TEXT,
    "waits_for" TEXT,
    "urgency_rank" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_seq" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "first_read_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "done_by_person_id" UUID,
    "done_by_post_id" UUID,
    "done_capacity" TEXT,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("letter_id","id")
);

-- CreateTable
CREATE TABLE "due_instant" (
    "letter_id" UUID NOT NULL,
    "timer_id" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "task_id" TEXT,
    "kind" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "anchor" JSONB NOT NULL,
    "nth" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fired_at" TIMESTAMPTZ(3),

    CONSTRAINT "due_instant_pkey" PRIMARY KEY ("letter_id","timer_id")
);

-- CreateTable
CREATE TABLE "letter_event" (
    "letter_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_event_pkey" PRIMARY KEY ("letter_id","key")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "from_letter_id" UUID NOT NULL,
    "from_office_id" UUID NOT NULL,
    "to_office_id" UUID,
    "to_address" JSONB,
    "to_letter_id" UUID,
    "role" TEXT NOT NULL,
    "expect" TEXT NOT NULL,
    "due_on" DATE,
    "status" TEXT NOT NULL,
    "verdict" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "arrived_at" TIMESTAMPTZ(3),
    "registered_at" TIMESTAMPTZ(3),
    "receive_no" TEXT,
    "unit_in_charge" TEXT,
    "answer_letter_id" UUID,
    "answer_no" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "effect_id" TEXT NOT NULL,
    "letter_id" UUID NOT NULL,
    "order_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "effect_id" TEXT NOT NULL,
    "letter_id" UUID NOT NULL,
    "task_id" TEXT,
    "template" TEXT NOT NULL,
    "post_ids" UUID[],
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "office_id" UUID,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "post_id" UUID,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "office_code_key" ON "office"("code");

-- CreateIndex
CREATE UNIQUE INDEX "unit_office_id_code_key" ON "unit"("office_id", "code");

-- CreateIndex
CREATE INDEX "post_unit_id_idx" ON "post"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_office_id_code_key" ON "post"("office_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "person_login_key" ON "person"("login");

-- CreateIndex
CREATE INDEX "appointment_person_id_idx" ON "appointment"("person_id");

-- CreateIndex
CREATE INDEX "appointment_post_id_idx" ON "appointment"("post_id");

-- CreateIndex
CREATE INDEX "delegation_to_post_id_idx" ON "delegation"("to_post_id");

-- CreateIndex
CREATE INDEX "absence_person_id_to_at_idx" ON "absence"("person_id", "to_at");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_day_office_id_day_key" ON "calendar_day"("office_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "route_office_id_code_key" ON "route"("office_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "route_version_route_id_version_key" ON "route_version"("route_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "distribution_list_office_id_code_key" ON "distribution_list"("office_id", "code");

-- CreateIndex
CREATE INDEX "book_office_id_kind_idx" ON "book"("office_id", "kind");

-- CreateIndex
CREATE INDEX "register_entry_letter_id_idx" ON "register_entry"("letter_id");

-- CreateIndex
CREATE UNIQUE INDEX "register_entry_book_id_year_be_no_key" ON "register_entry"("book_id", "year_be", "no");

-- CreateIndex
CREATE UNIQUE INDEX "letter_delivery_id_key" ON "letter"("delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "letter_public_code_key" ON "letter"("public_code");

-- CreateIndex
CREATE INDEX "letter_office_id_status_created_at_idx" ON "letter"("office_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "letter_correlation_id_idx" ON "letter"("correlation_id");

-- CreateIndex
CREATE INDEX "letter_reader_post_id_idx" ON "letter_reader"("post_id");

-- CreateIndex
CREATE INDEX "assignment_unit_id_idx" ON "assignment"("unit_id");

-- CreateIndex
CREATE INDEX "document_letter_id_idx" ON "document"("letter_id");

-- CreateIndex
CREATE INDEX "document_sha256_idx" ON "document"("sha256");

-- CreateIndex
CREATE INDEX "letter_link_to_letter_id_idx" ON "letter_link"("to_letter_id");

-- CreateIndex
CREATE INDEX "command_letter_id_idx" ON "command"("letter_id");

-- CreateIndex
CREATE UNIQUE INDEX "command_person_id_idempotency_key_key" ON "command"("person_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "transition_letter_id_event_id_key" ON "transition"("letter_id", "event_id");

-- CreateIndex
CREATE INDEX "due_instant_office_id_at_idx" ON "due_instant"("office_id", "at");

-- CreateIndex
CREATE INDEX "delivery_from_letter_id_idx" ON "delivery"("from_letter_id");

-- CreateIndex
CREATE INDEX "delivery_to_letter_id_idx" ON "delivery"("to_letter_id");

-- CreateIndex
CREATE INDEX "delivery_to_office_id_status_idx" ON "delivery"("to_office_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_effect_id_key" ON "outbox"("effect_id");

-- CreateIndex
CREATE INDEX "outbox_letter_id_idx" ON "outbox"("letter_id");

-- CreateIndex
CREATE INDEX "notice_letter_id_idx" ON "notice"("letter_id");

-- CreateIndex
CREATE INDEX "audit_event_office_id_at_idx" ON "audit_event"("office_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_chain_seq_key" ON "audit_event"("chain", "seq");

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "route_version" ADD CONSTRAINT "route_version_route_id_fkey" FOREIGN KEY ("route_id") REFERENCES "route"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_counter" ADD CONSTRAINT "number_counter_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
