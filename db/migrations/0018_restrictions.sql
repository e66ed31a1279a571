-- Restrictions and discontinuations of the service: list columns of their machines, which run under the
-- operator's own id.
CREATE TABLE "restriction" (
  "customer_id" uuid NOT NULL,
  "restriction_id" uuid NOT NULL,
  "status" text NOT NULL,
  "clause" text NOT NULL,
  "menus" jsonb NOT NULL,
  "contracts" jsonb NOT NULL,
  "starts_at" timestamp with time zone NOT NULL,
  "ends_at" timestamp with time zone,
  "text_ja" text NOT NULL,
  "text_en" text NOT NULL,
  "planned_at" timestamp with time zone NOT NULL,
  "begun_at" timestamp with time zone,
  "lifted_at" timestamp with time zone,
  "end_day" date,
  "notice_day" date,
  "refund" text,
  "ground" text,
  "refund_reason" text,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "restriction_pk" PRIMARY KEY ("customer_id", "restriction_id")
);
CREATE TABLE "discontinuation" (
  "customer_id" uuid NOT NULL,
  "discontinuation_id" uuid NOT NULL,
  "status" text NOT NULL,
  "menus" jsonb NOT NULL,
  "first_day_without" date NOT NULL,
  "text_ja" text NOT NULL,
  "text_en" text NOT NULL,
  "announced_day" date NOT NULL,
  "late_reason_ja" text,
  "late_reason_en" text,
  "withdrawn_day" date,
  "reason_ja" text,
  "reason_en" text,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "discontinuation_pk" PRIMARY KEY ("customer_id", "discontinuation_id")
);
do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['restriction', 'discontinuation'] loop
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
    execute format('grant insert, update on %I to portal_engine', tenant_table);
  end loop;
end $$;

-- Whom a machine of the operator has reached, and how: its commands are few among all.
create index machine_event_spread on machine_event (command_id text_pattern_ops)
  where command_id like 'spread/%';
