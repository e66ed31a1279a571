import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { tablesWith } from "#test/helpers/sample-rows.ts";
import { rowsOf, type Scope } from "./client.ts";

/**
 * The tables that row-level security does not guard by tenant, all of them: whoever adds one says
 * here why. Grants alone decide who reads them.
 */
const withoutTenantPolicy = {
  account: "secrets of people, for portal_auth alone",
  bank_import: "the operator's bank files",
  bank_receipt: "the operator's money; its customer is found later, or never",
  bank_receipt_decision: "what staff decided about that money",
  chain_root: "signed sums over all customers",
  chain_root_head: "what those sums cover, for the engine and for verification",
  inbox: "what providers sent, before it is known whom it concerns",
  menu: "the price list, the same for all",
  operator_profile: "who runs the portal, the same for all",
  payout: "the operator's money",
  payout_line: "the operator's money; its customer is found later, or never",
  portal_clock: "one clock for all",
  portal_migration: "the migrator's own",
  rate_limit: "how often somebody tried something, under a digest",
  recurring_work: "when work for all was last done",
  session: "secrets of people, for portal_auth alone",
  stripe_break:
    "what Stripe and the portal tell differently; its customer is found later, or never",
  terms_text: "the texts of terms and specifications, the same for all",
  two_factor: "secrets of people, for portal_auth alone",
  user: "people, who may belong to several customers",
  verification: "secrets of people, for portal_auth alone",
};

/** Tables whose column for the tenant has another name. */
const tenantByOtherName = ["invitation", "member", "organization"];

let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
});
afterAll(() => testDatabase.close());

const names = async (text: string) =>
  (await testDatabase.asSuperuser<{ name: string }>(text)).map((row) => row.name);

test("no role of the portal is superuser, passes by row-level security or may log in", async () => {
  const roles = await testDatabase.asSuperuser(
    `select rolname as name, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolinherit from pg_roles
     where rolname ~ '^portal_(owner|app|engine|auth|staff)$' order by 1`,
  );
  const powerless = { rolsuper: false, rolbypassrls: false, rolcanlogin: false };
  expect(roles).toEqual(
    ["app", "auth", "engine", "owner", "staff"].map((name) => ({
      name: `portal_${name}`,
      ...powerless,
      rolcreaterole: false,
      rolinherit: false,
    })),
  );
});

const scopes: Scope[] = [
  { role: "portal_app", customerId: "01900000-0000-7000-8000-000000000001" },
  { role: "portal_engine" },
  { role: "portal_staff" },
  { role: "portal_auth" },
];

test.each(scopes)(
  "a transaction as $role is that role and bound by its policies",
  async (scope) => {
    const [session] = await testDatabase.database.transaction(scope, (tx) =>
      rowsOf(
        tx,
        sql`select current_user::text as "user", rolsuper, rolbypassrls, current_setting('app.tenant') as tenant
          from pg_roles where rolname = current_user`,
      ),
    );
    const tenant = "customerId" in scope ? scope.customerId : "";
    expect(session).toEqual({ user: scope.role, rolsuper: false, rolbypassrls: false, tenant });
  },
);

test("the account library's statements and the job store run under their own roles", async () => {
  const who = `select current_user::text as "user"`;
  const { accounts, jobStore } = testDatabase.database;
  expect(await rowsOf(accounts, sql.raw(who))).toEqual([{ user: "portal_auth" }]);
  if (jobStore.kind === "pglite") {
    expect((await jobStore.client.query(who)).rows).toEqual([{ user: "portal_engine" }]);
    return;
  }
  const { connectionString, options } = jobStore;
  const connection = postgres(connectionString, { max: 1, connection: { options } });
  expect([...(await connection.unsafe(who))]).toEqual([{ user: "portal_engine" }]);
  await connection.end();
});

test("row-level security binds even the owner of each tenant table", async () => {
  const guarded = await names(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and relrowsecurity and relforcerowsecurity order by 1`,
  );
  const tenants = (await tablesWith(testDatabase, "customer_id")).filter(
    (table) => !(table in withoutTenantPolicy),
  );
  expect(guarded).toEqual([...tenants, ...tenantByOtherName].toSorted());
});

test("each table has a tenant policy that reads and writes by one equality, or is listed", async () => {
  const tables = await names(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  const policies = await testDatabase.asSuperuser<Record<string, string>>(
    `select tablename, roles::text, qual, with_check, cmd from pg_policies
     where policyname = 'tenant' order by tablename`,
  );
  const guarded = policies.map((policy) => policy["tablename"]);
  expect(tables.filter((table) => !guarded.includes(table))).toEqual(
    Object.keys(withoutTenantPolicy).toSorted(),
  );
  const equality =
    /^\((customer_id|organization_id|id) = \(NULLIF\(current_setting\('app.tenant'::text, true\), ''::text\)\)::uuid\)$/;
  for (const policy of policies) {
    const name = policy["tablename"];
    expect(policy["roles"], name).toBe("{portal_app}");
    expect(policy["qual"], name).toMatch(equality);
    if (policy["cmd"] !== "SELECT") expect(policy["with_check"], name).toBe(policy["qual"]);
  }
});

test("the portal's roles own nothing and may not truncate, refer or add triggers", async () => {
  const owners = await names(
    `select distinct pg_get_userbyid(relowner)::text as name from pg_class
     where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)`,
  );
  expect(owners).toEqual(["portal_owner"]);
  const excessive = await testDatabase.asSuperuser(
    `select grantee, table_schema, table_name, privilege_type from information_schema.table_privileges
     where table_schema in ('public', 'pgboss') and grantee <> 'portal_owner'
       and (grantee = 'PUBLIC' or privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER'))`,
  );
  expect(excessive).toEqual([]);
});

test("no view and no function looks past the caller's own rights", async () => {
  expect(
    await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('v', 'm') and not coalesce(reloptions::text ~ 'security_invoker=(true|on)', false)`,
    ),
  ).toEqual([]);
  expect(
    await names(
      `select proname as name from pg_proc
       where pronamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and prosecdef`,
    ),
  ).toEqual([]);
});

test("no unique index of a tenant table tells one tenant of another's rows", async () => {
  const telling = await names(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and i.indisunique
       and not exists (select from pg_attribute a where a.attrelid = c.oid
         and a.attnum = any (i.indkey) and a.attname in ('customer_id', 'organization_id'))
     order by 1`,
  );
  // The engine and the account library alone write these; a tenant's session has no grant to.
  expect(telling).toEqual([
    "customer_number_unique",
    "invitation_pkey",
    "member_pkey",
    "organization_pkey",
    "organization_slug_unique",
  ]);
});
