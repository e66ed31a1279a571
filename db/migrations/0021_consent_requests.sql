-- Requests for consent in writing: the list columns of their machines, and the words of both sides.
CREATE TABLE "consent_request" (
  "customer_id" uuid NOT NULL,
  "request_id" uuid NOT NULL,
  "status" text NOT NULL,
  "kind" text NOT NULL,
  "asker" text NOT NULL,
  "contract_id" uuid,
  "asked_on" date NOT NULL,
  "note_id" uuid,
  "decided_on" date,
  "decision_note_id" uuid,
  "effective_day" date,
  "assignee" text,
  "assignee_id" uuid,
  "menu_codes" jsonb NOT NULL,
  "annual_price" bigint,
  "term_end" date,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "consent_request_pk" PRIMARY KEY ("customer_id", "request_id")
);
CREATE INDEX "consent_request_status" ON "consent_request" USING btree ("status", "asked_on");

CREATE TABLE "consent_note" (
  "customer_id" uuid NOT NULL,
  "note_id" uuid NOT NULL,
  "request_id" uuid NOT NULL,
  "text" text NOT NULL,
  "written_by" text NOT NULL,
  "written_at" timestamp with time zone NOT NULL,
  CONSTRAINT "consent_note_pk" PRIMARY KEY ("customer_id", "note_id")
);
CREATE INDEX "consent_note_request" ON "consent_note" USING btree ("customer_id", "request_id");

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['consent_request', 'consent_note'] loop
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
grant update on consent_request to portal_engine;

create trigger append_only before update or delete on consent_note
  for each row execute function refuse_change();
