-- Planned maintenance: list columns of its machines, which run under the operator's own id.
CREATE TABLE "maintenance" (
  "customer_id" uuid NOT NULL,
  "maintenance_id" uuid NOT NULL,
  "status" text NOT NULL,
  "starts_at" timestamp with time zone NOT NULL,
  "ends_at" timestamp with time zone NOT NULL,
  "menus" jsonb NOT NULL,
  "title_ja" text NOT NULL,
  "title_en" text NOT NULL,
  "text_ja" text NOT NULL,
  "text_en" text NOT NULL,
  "reason_ja" text,
  "reason_en" text,
  "revision" integer NOT NULL,
  "planned_at" timestamp with time zone NOT NULL,
  "revised_at" timestamp with time zone NOT NULL,
  "changed_at" timestamp with time zone NOT NULL,
  CONSTRAINT "maintenance_pk" PRIMARY KEY ("customer_id", "maintenance_id")
);
alter table maintenance enable row level security;
alter table maintenance force row level security;
create policy tenant on maintenance to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on maintenance to portal_engine using (true) with check (true);
create policy staff on maintenance for select to portal_staff using (true);
grant select on maintenance to portal_app, portal_staff, portal_engine;
grant insert, update on maintenance to portal_engine;

-- Who was told of what concerns many customers: the mails of a notice, whoever they went to.
create index effect_notice on effect ((params ->> 'noticeId')) where params ? 'noticeId';
