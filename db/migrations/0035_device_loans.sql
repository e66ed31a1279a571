-- Loans of connection devices: list columns of their machines, the sites where devices stand, and words about them.
create table "device_loan" (
  "customer_id" uuid not null,
  "loan_id" uuid not null,
  "option_id" uuid not null,
  "contract_id" uuid not null,
  "menu_code" text not null,
  "status" text not null,
  "relocation" text not null,
  "fault" text not null,
  "opened_on" date not null,
  "stock_device_id" uuid,
  "serial_number" text,
  "loss_reported_on" date,
  "return_due" date,
  "open_charges" integer not null,
  "changed_at" timestamp with time zone not null,
  constraint "device_loan_pk" primary key ("customer_id", "loan_id")
);
create index "device_loan_contract" on "device_loan" ("customer_id", "contract_id");
create index "device_loan_status" on "device_loan" ("status", "opened_on");
create table "device_site" (
  "customer_id" uuid not null,
  "site_id" uuid not null,
  "loan_id" uuid not null,
  "site_name" text not null,
  "postal_code" text not null,
  "prefecture" text not null,
  "city" text not null,
  "street" text not null,
  "contact" text not null,
  "phone" text not null,
  "written_at" timestamp with time zone not null,
  constraint "device_site_pk" primary key ("customer_id", "site_id")
);
create index "device_site_loan" on "device_site" ("customer_id", "loan_id");
create table "device_note" (
  "customer_id" uuid not null,
  "note_id" uuid not null,
  "loan_id" uuid not null,
  "text" text not null,
  "written_by" text not null,
  "written_at" timestamp with time zone not null,
  constraint "device_note_pk" primary key ("customer_id", "note_id")
);
create index "device_note_loan" on "device_note" ("customer_id", "loan_id");

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['device_loan', 'device_site', 'device_note'] loop
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
grant update on "device_loan" to portal_engine;
create trigger append_only before update or delete on "device_site"
  for each row execute function refuse_change();
create trigger append_only before update or delete on "device_note"
  for each row execute function refuse_change();

-- For whom a device of the stock is reserved, or who has it.
alter table "stock_device" add column "holder_id" uuid;
alter table "stock_device" add column "loan_id" uuid;
create index "stock_device_loan" on "stock_device" ("loan_id") where "loan_id" is not null;
