-- What became of an assignment, the checks of its assignee, and an assignee that has no account yet.
alter table "consent_request"
  add column "assignor_id" uuid,
  add column "other_request_id" uuid,
  add column "maintenance_verified_on" date,
  add column "refusal_reason" text,
  add column "assignee_written_on" date,
  add column "stepped_back_on" date,
  add column "off_cause" text,
  add column "off_by" text,
  add column "off_on" date,
  add column "off_note_id" uuid;

CREATE TABLE "consent_assignee" (
  "customer_id" uuid NOT NULL,
  "request_id" uuid NOT NULL,
  "company_name" text NOT NULL,
  "email" text NOT NULL,
  "written_by" text NOT NULL,
  "written_at" timestamp with time zone NOT NULL,
  CONSTRAINT "consent_assignee_pk" PRIMARY KEY ("customer_id", "request_id")
);

alter table consent_assignee enable row level security;
alter table consent_assignee force row level security;
create policy tenant on consent_assignee to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on consent_assignee to portal_engine using (true) with check (true);
create policy staff on consent_assignee for select to portal_staff using (true);
grant select on consent_assignee to portal_app, portal_staff, portal_engine;
grant insert on consent_assignee to portal_engine;

create trigger append_only before update or delete on consent_assignee
  for each row execute function refuse_change();
