-- Inspection of completed work (A11): its list columns, and the words and signatures of both sides.
ALTER TABLE "option" ADD COLUMN "inspect_by" date;
ALTER TABLE "option" ADD COLUMN "objected_on" date;
CREATE INDEX "option_inspection" ON "option" USING btree ("status", "inspect_by");

CREATE TABLE "work_note" (
  "customer_id" uuid NOT NULL,
  "note_id" uuid NOT NULL,
  "option_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "completed_on" date,
  "text" text NOT NULL,
  "written_by" text NOT NULL,
  "signed_name" text NOT NULL,
  "written_at" timestamp with time zone NOT NULL,
  CONSTRAINT "work_note_pk" PRIMARY KEY ("customer_id", "note_id")
);
CREATE INDEX "work_note_option" ON "work_note" USING btree ("customer_id", "option_id");

alter table work_note enable row level security;
alter table work_note force row level security;
create policy tenant on work_note to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on work_note to portal_engine using (true) with check (true);
create policy staff on work_note for select to portal_staff using (true);
grant select on work_note to portal_app, portal_staff, portal_engine;
grant insert on work_note to portal_engine;

create trigger append_only before update or delete on work_note
  for each row execute function refuse_change();
