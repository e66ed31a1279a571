-- The account tables belong to portal_auth alone: it may do everything there and nothing elsewhere.
-- portal_app gets nothing: no page of a customer reads accounts through its tenant's session.
grant select, insert, update, delete
  on "user", "session", "account", "verification", "organization", "member", "invitation", "two_factor"
  to portal_auth;

-- Mails are addressed by the engine, and staff see who is who. Neither sees a secret: tokens, hashes
-- and keys are in tables and columns that are not named here.
grant select (id, name, email, email_verified, locale, role, banned) on "user" to portal_engine, portal_staff;
grant select on "organization", "member" to portal_engine, portal_staff;

-- These three carry a tenant. A session of one tenant must not find the others' even if it is granted
-- a right later, so row-level security names the roles for which all rows exist.
do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['organization', 'member', 'invitation'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy accounts on %I to portal_auth using (true) with check (true)', tenant_table);
    execute format('create policy readers on %I for select to portal_engine, portal_staff using (true)', tenant_table);
  end loop;
end $$;
create policy tenant on "organization" for select to portal_app
  using (id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy tenant on "member" for select to portal_app
  using (organization_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy tenant on "invitation" for select to portal_app
  using (organization_id = nullif(current_setting('app.tenant', true), '')::uuid);
