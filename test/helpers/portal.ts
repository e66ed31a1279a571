import { newIdentifier } from "#app/identifier.ts";
import { assemblePortal } from "#app/open-portal.ts";
import type { Portal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { adoptTerms } from "#app/usecases/terms/adopt-terms.ts";
import { sweep } from "#app/workflow/sweep.ts";
import { ensureCustomer } from "#db/queries/accounts/customer.ts";
import { raiseClockOffset } from "#db/queries/clock.ts";
import { writeOperatorProfile, type OperatorProfile } from "#db/queries/operator-profile.ts";
import { menu } from "#db/schema/operator.ts";
import { catalog } from "#db/seed/catalog.ts";
import { termsArticles } from "#db/seed/terms/terms.ts";
import type { Role } from "#machines/engine/actor.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";

/** The version of the terms that binds in a test portal, from long ago. */
export const testTermsVersion = "1.0";

/** What a scraper of a test portal shows. */
export const testMetricsToken = "a-token-of-the-tests-32-characters";

/** Who runs a test portal. */
export const testOperator: OperatorProfile = {
  nameJa: "青葉セキュリティ株式会社",
  nameEn: "Aoba Security Inc.",
  registrationNumber: "T1234567890123",
  postalCode: "980-0811",
  addressJa: "宮城県仙台市青葉区一番町1-1-1",
  addressEn: "1-1-1 Ichibancho, Aoba-ku, Sendai",
  phone: "022-000-0000",
  supportEmail: "support@aoba.example",
  bankJa: "青葉銀行 本店 普通 1234567",
  bankEn: "Aoba Bank, head office, ordinary 1234567",
};

export interface TestPortal {
  portal: Portal;
  test: TestDatabase;
  /** Moves the portal's clock to an instant that lies ahead, and fires what falls due by then. */
  moveTo(instant: string): Promise<void>;
  /** A new customer (お客様); returns its id. */
  addCustomer(name: string): Promise<string>;
  /** Somebody of a customer who asks now. */
  member(customerId: string, role?: Role): Promise<Principal>;
  /** Somebody of the operator's staff who asks now. */
  staff(role?: Role): Promise<Principal>;
  close(): Promise<void>;
}

/**
 * The whole portal on a database of the test file's own, installed as this process's portal: with
 * the demo catalog, terms and operator, a clock that `moveTo` moves, real dispatch and jobs that
 * nobody works. Mail and payments go to `sandboxUrl`, or to a port on which nobody listens.
 */
export async function openTestPortal({
  sandboxUrl = "http://127.0.0.1:9",
} = {}): Promise<TestPortal> {
  const test = await openTestDatabase();
  const env = {
    demo: true,
    port: 0,
    metricsToken: testMetricsToken,
    appUrl: "http://127.0.0.1:3000",
    sessionSecrets: ["a secret of the tests, 32 characters"],
    database: { kind: "pglite" as const, folder: "" },
    stripe: {
      secretKey: "sk_test_portal",
      webhookSecrets: ["whsec_portal"],
      baseUrl: sandboxUrl,
    },
    resend: { apiKey: "re_portal", baseUrl: sandboxUrl },
    mailFrom: "portal@aoba.example",
    trustedProxies: 0,
    stopWithParent: false,
  };
  const { portal } = await assemblePortal(env, test.database, { works: false });
  const { database, clock, jobs } = portal;
  await database.transaction({ role: "portal_engine" }, async (tx) => {
    const validFrom = "2020-01-01";
    await tx.insert(menu).values(catalog.map((entry) => ({ ...entry, validFrom })));
    await writeOperatorProfile(tx, testOperator);
  });
  await adoptTerms(portal, [
    { version: testTermsVersion, effectiveDay: "2020-01-01", articles: termsArticles },
  ]);
  const asking = async (customerId: string | null, role: Role): Promise<Principal> => ({
    userId: `${role}-of-${customerId ?? "operator"}`,
    customerId,
    roles: [role],
    ipAddress: "203.0.113.7",
    receivedAt: (await clock.now()).toISOString(),
  });
  return {
    portal,
    test,
    moveTo: async (instant) => {
      await raiseClockOffset(database, Date.parse(instant) - Date.now());
      await sweep({ database, clock, jobs });
    },
    addCustomer: async (name) => {
      const customerId = newIdentifier();
      const createdAt = await clock.now();
      await database.transaction({ role: "portal_engine" }, (tx) =>
        ensureCustomer(tx, { customerId, name, locale: "ja", createdAt }),
      );
      return customerId;
    },
    member: (customerId, role = "owner") => asking(customerId, role),
    staff: (role = "operations") => asking(null, role),
    close: async () => {
      await portal.post.settle();
      await portal.jobs.stop();
      await test.close();
    },
  };
}
