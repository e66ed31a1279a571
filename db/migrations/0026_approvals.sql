-- Decisions about money that need a second person (稟議): the list columns of their machines.
CREATE TABLE "approval" (
  "customer_id" uuid NOT NULL,
  "approval_id" uuid NOT NULL,
  "status" text NOT NULL,
  "subject" text NOT NULL,
  "params" jsonb NOT NULL,
  "amount" bigint NOT NULL,
  "clause" text,
  "invoice_id" uuid,
  "reason" text NOT NULL,
  "proposed_by" text NOT NULL,
  "proposed_on" date NOT NULL,
  "decided_by" text,
  "decided_on" date,
  "refusal" text,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "approval_pk" PRIMARY KEY ("customer_id", "approval_id")
);
CREATE INDEX "approval_status" ON "approval" USING btree ("status", "proposed_on");
CREATE INDEX "approval_invoice" ON "approval" USING btree ("customer_id", "invoice_id");

alter table approval enable row level security;
alter table approval force row level security;
create policy tenant on approval to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on approval to portal_engine using (true) with check (true);
create policy staff on approval for select to portal_staff using (true);
grant select on approval to portal_app, portal_staff, portal_engine;
grant insert, update on approval to portal_engine;

-- A charge is raised by an approval: two for one day and contract may each have their own.
alter table "invoice" add column "approval_id" uuid;
drop index "invoice_once";
create unique index "invoice_once" on "invoice"
  ("customer_id", "contract_id", "reason", "period_start", coalesce("of_invoice", "approval_id", "contract_id"));
