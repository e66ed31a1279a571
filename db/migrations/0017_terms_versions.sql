-- Versions of terms and specifications become machines of the operator; their texts stand beside,
-- each under the SHA-256 of its canonical JSON. What is there already is taken over.
create function terms_canonical(value jsonb) returns text language plpgsql as $$
begin
  case jsonb_typeof(value)
    when 'object' then
      return '{' || coalesce((select string_agg(to_json(member.key)::text || ':' ||
        terms_canonical(member.value), ',' order by member.key collate "C")
        from jsonb_each(value) as member), '') || '}';
    when 'array' then
      return '[' || coalesce((select string_agg(terms_canonical(item.value), ',' order by item.place)
        from jsonb_array_elements(value) with ordinality as item(value, place)), '') || ']';
    else return value::text;
  end case;
end $$;
create function terms_hash(content text) returns text language sql as $$
  select encode(sha256(convert_to(content, 'UTF8')), 'hex')
$$;
create function terms_machine_id(version text) returns uuid language sql as $$
  select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-8' || substr(h, 14, 3) || '-' ||
    substr('89ab', 1 + (('x0' || substr(h, 17, 1))::bit(8)::int & 3), 1) || substr(h, 18, 3) || '-' ||
    substr(h, 21, 12))::uuid
  from (select terms_hash('00000000-0000-7000-8000-000000000001/termsVersion/' || version) as h) as hashed
$$;

create table terms_text (
  text_hash text primary key,
  articles jsonb not null,
  saved_at timestamp with time zone not null,
  saved_by text
);
alter table terms_version rename to terms_version_before;
alter index terms_version_pkey rename to terms_version_before_pkey;
create table terms_version (
  customer_id uuid not null,
  terms_version_id uuid not null,
  version text not null,
  document text not null,
  label text not null,
  status text not null,
  text_hash text not null,
  announced_day date,
  effective_day date,
  summary_ja text,
  summary_en text,
  late_reason_ja text,
  late_reason_en text,
  changed_at timestamp with time zone not null,
  constraint terms_version_pk primary key (customer_id, terms_version_id)
);
create index terms_version_document on terms_version (document, effective_day);
insert into terms_text (text_hash, articles, saved_at)
  select distinct on (1) terms_hash(terms_canonical(articles)), articles, now()
  from terms_version_before;
insert into terms_version (customer_id, terms_version_id, version, document, label, status,
    text_hash, effective_day, changed_at)
  select '00000000-0000-7000-8000-000000000001', terms_machine_id(version), version, 'terms', version,
    'effective', terms_hash(terms_canonical(articles)), effective_day, now()
  from terms_version_before;
drop table terms_version_before;
drop function terms_canonical(jsonb);
drop function terms_machine_id(text);
drop function terms_hash(text);

create trigger append_only before update or delete on terms_text
  for each row execute function refuse_change();
grant select on terms_text to portal_app, portal_staff, portal_engine;
grant insert on terms_text to portal_engine;

alter table terms_version enable row level security;
alter table terms_version force row level security;
create policy tenant on terms_version to portal_app
  using (customer_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy engine on terms_version to portal_engine using (true) with check (true);
create policy staff on terms_version for select to portal_staff using (true);
grant select on terms_version to portal_app, portal_staff, portal_engine;
grant insert, update on terms_version to portal_engine;
