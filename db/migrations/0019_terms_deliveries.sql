-- What became of the mails that announce new terms, and how customers were told whom they did not
-- reach.
create table delivery_follow_up (
  customer_id uuid not null,
  machine_id uuid not null,
  seq integer not null,
  n integer not null,
  note text not null,
  noted_at timestamp with time zone not null,
  noted_by text not null,
  constraint delivery_follow_up_pk primary key (customer_id, machine_id, seq, n)
);
alter table delivery_follow_up enable row level security;
alter table delivery_follow_up force row level security;
create policy tenant on delivery_follow_up to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on delivery_follow_up to portal_engine using (true) with check (true);
create policy staff on delivery_follow_up for select to portal_staff using (true);
grant select on delivery_follow_up to portal_app, portal_staff, portal_engine;
grant insert on delivery_follow_up to portal_engine;

create index effect_terms on effect ((params #>> '{facts,said,versionId}'))
  where kind = 'mail' and params ->> 'template' like 'terms-change%';
