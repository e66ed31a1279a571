import type { Page } from "playwright-core";
import type { StaffRole } from "#machines/engine/actor.ts";
import type { Portal } from "#app/portal.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { demoPassword as password } from "#db/seed/demo-accounts.ts";
import { openBrowser, screenshot } from "#test/helpers/browser.ts";
import { openTestWeb } from "#test/helpers/web.ts";
import { openAs } from "./people.ts";

const owner = { name: "港 一郎", email: "owner@minato.example" };
const staffNames = ["経理 花子", "管理 次郎"];

/** A served portal with a browser, and people who can sign in: the owner of 株式会社みなと商事 and staff. */
export interface MoneyStage {
  url: string;
  /** The company of the owner. */
  customerId: string;
  /** A wide page without scripts of the owner, or of staff by the name in the stage, signed in at the home page. */
  openAs(who: string): Promise<Page>;
  /** Keeps a picture of every page after a test that failed. */
  pictureOf(test: { result?: { state: string } }): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens such a stage; `close` it at the end, before its portal.
 *
 * @param journey begins the names of the pictures
 * @param roles the staff by names of the journey's choice
 */
export async function openMoneyStage(
  portal: Portal,
  journey: string,
  roles: Readonly<Record<string, StaffRole>>,
): Promise<MoneyStage> {
  const company = { companyName: "株式会社みなと商事", ...owner, password };
  const { customerId } = await createCustomerAccount(portal, company);
  const emailOf = (who: string) => (who === "owner" ? owner.email : `${who}@operator.example`);
  for (const [n, [who, role]] of Object.entries(roles).entries()) {
    const name = staffNames[n] ?? who;
    await createStaff(portal, { email: emailOf(who), name, password, role });
  }
  const web = await openTestWeb(portal);
  const browser = await openBrowser();
  const url = `http://127.0.0.1:${web.port}`;
  const pages = new Map<string, Page>();
  return {
    ...{ url, customerId },
    openAs: async (who) => {
      const page = await openAs(browser, url, emailOf(who), { width: 1440, javaScript: false });
      pages.set(who, page);
      return page;
    },
    pictureOf: async ({ result }) => {
      if (result?.state !== "fail") return;
      for (const [who, page] of pages) await screenshot(page, `failed-${journey}-${who}`);
    },
    close: async () => {
      await browser.close();
      await web.close();
    },
  };
}
