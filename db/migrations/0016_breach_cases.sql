-- Breach cases: the list columns of their machines, what staff wrote about them, and the files that
-- people hand in, for these cases and for whatever else needs files later.
CREATE TABLE "breach_case" (
  "customer_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "status" text NOT NULL,
  "item" text NOT NULL,
  "happened_on" date NOT NULL,
  "recorded_on" date,
  "contract_ids" jsonb NOT NULL,
  "demanded_on" date,
  "demand_until" date,
  "demand_note_id" uuid,
  "cured_on" date,
  "accelerated_on" date,
  "terminated_on" date,
  "closed_on" date,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "breach_case_pk" PRIMARY KEY ("customer_id", "case_id")
);
CREATE INDEX "breach_case_status" ON "breach_case" USING btree ("status", "demand_until");

CREATE TABLE "breach_note" (
  "customer_id" uuid NOT NULL,
  "note_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "text" text NOT NULL,
  "written_by" text NOT NULL,
  "written_at" timestamp with time zone NOT NULL,
  CONSTRAINT "breach_note_pk" PRIMARY KEY ("customer_id", "note_id")
);
CREATE INDEX "breach_note_case" ON "breach_note" USING btree ("customer_id", "case_id");

CREATE TABLE "stored_file" (
  "customer_id" uuid NOT NULL,
  "file_id" uuid NOT NULL,
  "purpose" text NOT NULL,
  "subject_id" uuid NOT NULL,
  "name" text NOT NULL,
  "content_type" text NOT NULL,
  "size" integer NOT NULL,
  "sha256" text NOT NULL,
  "bytes" bytea NOT NULL,
  "stored_by" text NOT NULL,
  "stored_at" timestamp with time zone NOT NULL,
  CONSTRAINT "stored_file_pk" PRIMARY KEY ("customer_id", "file_id"),
  CONSTRAINT "stored_file_size" CHECK ("size" > 0 AND "size" = octet_length("bytes"))
);
CREATE INDEX "stored_file_subject" ON "stored_file" USING btree ("customer_id", "subject_id");

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['breach_case', 'breach_note', 'stored_file'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy tenant on %I to portal_app
         using (customer_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
         with check (customer_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)',
      tenant_table);
    execute format('create policy engine on %I to portal_engine using (true) with check (true)', tenant_table);
    execute format('create policy staff on %I for select to portal_staff using (true)', tenant_table);
    execute format('grant select on %I to portal_app, portal_staff, portal_engine', tenant_table);
    execute format('grant insert on %I to portal_engine', tenant_table);
  end loop;
end $$;
grant update on breach_case to portal_engine;

create trigger append_only before update or delete on breach_note
  for each row execute function refuse_change();
create trigger append_only before update on stored_file
  for each row execute function refuse_change();
