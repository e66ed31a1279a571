-- Who runs the portal: what mails and documents say of the issuer.
create table operator_profile (
  id text primary key check (id = 'operator'),
  name_ja text not null,
  name_en text not null,
  registration_number text not null check (registration_number ~ '^T[0-9]{13}$'),
  postal_code text not null,
  address_ja text not null,
  address_en text not null,
  phone text not null,
  support_email text not null,
  bank_ja text not null,
  bank_en text not null
);
grant select on operator_profile to portal_app, portal_staff, portal_engine;
grant insert, update on operator_profile to portal_engine;
