-- Credit notes with a series of numbers of their own, and what they leave of an invoice.
CREATE TABLE "credit_note" (
  "customer_id" uuid NOT NULL,
  "credit_note_id" uuid NOT NULL,
  "invoice_id" uuid NOT NULL,
  "contract_id" uuid NOT NULL,
  "number" text,
  "status" text NOT NULL,
  "issue_day" date,
  "invoice_number" text NOT NULL,
  "invoice_day" date NOT NULL,
  "cause" text NOT NULL,
  "clause" text NOT NULL,
  "reason" text,
  "approval_id" uuid,
  "lines" jsonb NOT NULL,
  "taxes" jsonb NOT NULL,
  "net" bigint NOT NULL,
  "tax" bigint NOT NULL,
  "total" bigint NOT NULL,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "credit_note_pk" PRIMARY KEY ("customer_id", "credit_note_id"),
  CONSTRAINT "credit_note_number" UNIQUE ("customer_id", "number")
);
CREATE INDEX "credit_note_invoice" ON "credit_note" USING btree ("customer_id", "invoice_id");
CREATE INDEX "credit_note_day" ON "credit_note" USING btree ("issue_day");

alter table credit_note enable row level security;
alter table credit_note force row level security;
create policy tenant on credit_note to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on credit_note to portal_engine using (true) with check (true);
create policy staff on credit_note for select to portal_staff using (true);
grant select on credit_note to portal_app, portal_staff, portal_engine;
grant insert, update on credit_note to portal_engine;

alter table "customer" add column "credit_note_counter" integer not null default 0;

alter table "invoice"
  add column "credited" bigint not null default 0,
  add column "credit" bigint not null default 0,
  add column "credit_since" date,
  add column "written_off" bigint not null default 0;
create index "invoice_credit" on "invoice" ("customer_id") where "credit" > 0;
