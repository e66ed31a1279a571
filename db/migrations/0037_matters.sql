-- Matters between customer and operator beside the orders: the list columns of their machines, what was
-- said about them, and the values that belong to them.
create table "matter" (
  "customer_id" uuid not null,
  "matter_id" uuid not null,
  "kind" text not null,
  "status" text not null,
  "contract_id" uuid,
  "loan_id" uuid,
  "started_by" text not null,
  "about" text,
  "opened_on" date not null,
  "happened_on" date,
  "due_on" date,
  "duty_until" date,
  "settled_on" date,
  "note_id" uuid,
  "changed_at" timestamp with time zone not null,
  constraint "matter_pk" primary key ("customer_id", "matter_id")
);
create index "matter_status" on "matter" ("kind", "status", "opened_on");
create table "matter_note" (
  "customer_id" uuid not null,
  "note_id" uuid not null,
  "matter_id" uuid not null,
  "side" text not null check ("side" in ('customer', 'operator')),
  "text" text not null,
  "written_by" text not null,
  "written_at" timestamp with time zone not null,
  constraint "matter_note_pk" primary key ("customer_id", "note_id")
);
create index "matter_note_matter" on "matter_note" ("customer_id", "matter_id");
create table "matter_value" (
  "customer_id" uuid not null,
  "matter_id" uuid not null,
  "place" integer not null,
  "name" text not null,
  "before" text,
  "after" text not null,
  constraint "matter_value_pk" primary key ("customer_id", "matter_id", "name")
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['matter', 'matter_note', 'matter_value'] loop
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
grant update on "matter" to portal_engine;
create trigger append_only before update or delete on "matter_note"
  for each row execute function refuse_change();
create trigger append_only before update or delete on "matter_value"
  for each row execute function refuse_change();
