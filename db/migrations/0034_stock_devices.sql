-- Connection devices in stock: list columns of their machines, which run under the operator's own id.
create table "stock_device" (
  "customer_id" uuid not null,
  "device_id" uuid not null,
  "status" text not null,
  "serial_number" text not null,
  "model" text not null,
  "menu_code" text not null,
  "registered_on" date not null,
  "since" date not null,
  "reason" text,
  "changed_at" timestamp with time zone not null,
  constraint "stock_device_pk" primary key ("customer_id", "device_id")
);
create unique index "stock_device_serial" on "stock_device" ("customer_id", "serial_number");
create index "stock_device_status" on "stock_device" ("customer_id", "status", "serial_number");
alter table "stock_device" enable row level security;
alter table "stock_device" force row level security;
create policy tenant on "stock_device" to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on "stock_device" to portal_engine using (true) with check (true);
create policy staff on "stock_device" for select to portal_staff using (true);
grant select on "stock_device" to portal_app, portal_staff, portal_engine;
grant insert, update on "stock_device" to portal_engine;
