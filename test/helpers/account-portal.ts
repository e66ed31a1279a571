import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Env } from "#app/env.ts";
import { assemblePortal } from "#app/open-portal.ts";
import type { Portal } from "#app/portal.ts";
import { writeOperatorProfile } from "#db/queries/operator-profile.ts";
import { startSandbox } from "#test/sandbox/start.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";

/** A mail as the sandbox received it. */
export interface ReceivedMail {
  to: string[];
  subject: string;
  text: string;
}

export interface AccountPortal {
  readonly portal: Portal;
  readonly env: Env;
  readonly testDatabase: TestDatabase;
  /** The mails to an address so far, oldest first; waits for those under way. */
  mailsTo(address: string): Promise<ReceivedMail[]>;
  close(): Promise<void>;
}

/** The operator of the tests. */
const operator = {
  nameJa: "試験運営株式会社",
  nameEn: "Test Operator Inc.",
  registrationNumber: "T1234567890123",
  postalCode: "100-0001",
  addressJa: "東京都千代田区千代田1-1",
  addressEn: "1-1 Chiyoda, Chiyoda-ku, Tokyo",
  phone: "03-0000-0000",
  supportEmail: "support@operator.example",
  bankJa: "試験銀行 本店 普通 0000000",
  bankEn: "Test Bank, Head Office, 0000000",
};

/**
 * A portal on an empty database of its own, with the sandbox as its payment and mail provider, and
 * installed as this process's. `demo` moves its clock and widens its limits. No worker runs.
 */
export async function openAccountPortal({
  demo = false,
  appUrl = "http://localhost:3000",
}: { demo?: boolean; appUrl?: string } = {}): Promise<AccountPortal> {
  const state = mkdtempSync(join(tmpdir(), "portal-sandbox-"));
  const sandbox = await startSandbox({ state });
  const testDatabase = await openTestDatabase();
  const env: Env = {
    ...{ demo, port: 0, appUrl, trustedProxies: 0, stopWithParent: false },
    mailFrom: "portal@operator.example",
    sessionSecrets: ["test-secret-test-secret-test-secret-test"],
    database: { kind: "pglite", folder: "" },
    stripe: { secretKey: "sk_test_1", webhookSecrets: ["whsec_dGVzdA=="], baseUrl: sandbox.url },
    resend: { apiKey: "re_test_1", webhookSecret: "whsec_dGVzdA==", baseUrl: sandbox.url },
  };
  const { database } = testDatabase;
  await database.transaction({ role: "portal_engine" }, (tx) => writeOperatorProfile(tx, operator));
  const { portal } = await assemblePortal(env, database, { works: false });
  return {
    ...{ portal, env, testDatabase },
    mailsTo: async (address) => {
      await portal.post.settle();
      const url = `${sandbox.url}/_sandbox/mails?to=${encodeURIComponent(address)}`;
      return (await (await fetch(url)).json()) as ReceivedMail[];
    },
    close: async () => {
      await portal.post.settle();
      await portal.jobs.stop();
      await testDatabase.close();
      await sandbox.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
