-- Money that came by bank transfer: the bank's files and their lines stand apart from customers, what
-- was decided about each line is appended, and the machine of a match has its list columns.
CREATE TABLE "bank_import" (
  "import_id" uuid PRIMARY KEY NOT NULL,
  "sha256" text NOT NULL UNIQUE,
  "name" text NOT NULL,
  "format" text NOT NULL,
  "lines" integer NOT NULL,
  "known" integer NOT NULL,
  "imported_by" text NOT NULL,
  "imported_at" timestamp with time zone NOT NULL
);

CREATE TABLE "bank_receipt" (
  "receipt_id" uuid PRIMARY KEY NOT NULL,
  "import_id" uuid NOT NULL REFERENCES "bank_import" ("import_id"),
  "line" integer NOT NULL,
  "identity" text NOT NULL UNIQUE,
  "booked_day" date NOT NULL,
  "value_day" date NOT NULL,
  "amount" bigint NOT NULL,
  "payer" text NOT NULL,
  "payer_key" text NOT NULL,
  "reference" text NOT NULL,
  "bank" text NOT NULL,
  CONSTRAINT "bank_receipt_amount" CHECK ("amount" <> 0)
);
CREATE INDEX "bank_receipt_day" ON "bank_receipt" USING btree ("value_day");
CREATE INDEX "bank_receipt_payer" ON "bank_receipt" USING btree ("payer_key");

CREATE TABLE "bank_receipt_decision" (
  "receipt_id" uuid NOT NULL REFERENCES "bank_receipt" ("receipt_id"),
  "seq" integer NOT NULL,
  "kind" text NOT NULL,
  "match_id" uuid,
  "confidence" integer,
  "reasons" jsonb NOT NULL,
  "note" text,
  "decided_by" text,
  "decided_at" timestamp with time zone NOT NULL,
  CONSTRAINT "bank_receipt_decision_pk" PRIMARY KEY ("receipt_id", "seq"),
  CONSTRAINT "bank_receipt_decision_seq" CHECK ("seq" > 0)
);

CREATE TABLE "bank_match" (
  "customer_id" uuid NOT NULL,
  "match_id" uuid NOT NULL,
  "receipt_id" uuid NOT NULL,
  "status" text NOT NULL,
  "amount" bigint NOT NULL,
  "value_day" date NOT NULL,
  "allocations" jsonb NOT NULL,
  "credit" bigint NOT NULL,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "bank_match_pk" PRIMARY KEY ("customer_id", "match_id")
);
CREATE INDEX "bank_match_receipt" ON "bank_match" USING btree ("receipt_id");

-- No tenant column to hide behind: grants do the work.
grant select on bank_import, bank_receipt, bank_receipt_decision to portal_staff, portal_engine;
grant insert on bank_import, bank_receipt, bank_receipt_decision to portal_engine;

alter table bank_match enable row level security;
alter table bank_match force row level security;
create policy tenant on bank_match to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on bank_match to portal_engine using (true) with check (true);
create policy staff on bank_match for select to portal_staff using (true);
grant select on bank_match to portal_app, portal_staff, portal_engine;
grant insert, update on bank_match to portal_engine;

create trigger append_only before update or delete on bank_import
  for each row execute function refuse_change();
create trigger append_only before update or delete on bank_receipt
  for each row execute function refuse_change();
create trigger append_only before update or delete on bank_receipt_decision
  for each row execute function refuse_change();
