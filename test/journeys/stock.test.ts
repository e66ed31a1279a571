import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ja } from "#app/i18n/ja.ts";
import { menu } from "#db/schema/operator.ts";
import { catalog } from "#db/seed/catalog.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { lookTwice } from "./look.ts";
import { openMoneyStage, type MoneyStage } from "./money-stage.ts";
import { expectHeading, press } from "./people.ts";

const { stock: t, status } = ja;

/** Connection devices come into the stock by a list, are looked over, repaired and retired (A7.1, A7.4). */
describe("the stock of connection devices, without scripts", () => {
  let fixture: TestPortal;
  let stage: MoneyStage;
  let page: Page;

  beforeAll(async () => {
    fixture = await openTestPortal();
    await fixture.portal.database.transaction({ role: "portal_engine" }, (tx) =>
      tx
        .insert(menu)
        .values(catalog.map((entry) => ({ ...entry, validFrom: "2020-01-01" })))
        .onConflictDoNothing(),
    );
    stage = await openMoneyStage(fixture.portal, "stock", { operations: "operations" });
    page = await stage.openAs("operations");
  });

  afterEach(({ task }) => stage?.pictureOf(task));
  afterAll(async () => {
    await stage?.close();
    await fixture?.close();
  });

  const look = (name: string) => lookTwice(page, `stock-${name}`);
  const text = () => page.locator("main").innerText();
  const upload = async (...lines: string[]) => {
    const buffer = Buffer.from(["シリアル番号,機種,メニュー", ...lines].join("\r\n"));
    await page.setInputFiles("input[name=file]", {
      ...{ name: "kiki.csv", mimeType: "text/csv", buffer },
    });
    await press(page, t.upload.submit);
  };

  test("tells what is wrong with a list, and takes the rest in", async () => {
    await page.goto(`${stage.url}/operations/devices`);
    await page.getByText(t.noneYet).waitFor();
    await look("empty");
    await page.getByRole("link", { name: t.import }).click();
    await expectHeading(page, t.upload.title);
    await press(page, t.upload.submit);
    await page.getByText(t.problems.missing).first().waitFor();
    await look("no-file");
    await upload("SN-240001,VPN-50,NDR-MVPN", "SN 240002,VPN-50,NDR-MVPN", "SN-240003,,NDR-BASE");
    await page.getByText(t.upload.partly("1", "2")).waitFor();
    await look("refused");
    expect(await text()).toContain(t.refused.serial);
    expect(await text()).toContain(t.refused.menu);
    await upload("SN-240002,VPN-50,NDR-MVPN", "SN-240003,VPN-100,NDR-MVPN");
    await page.getByText(t.added("2")).waitFor();
    await look("list");
  });

  test("follows a device through repair to its end", async () => {
    await page.getByRole("link", { name: "SN-240002" }).click();
    await expectHeading(page, "SN-240002");
    await press(page, t.acts.makeAvailableButton);
    await page.getByText(t.done["makeAvailable"]!).waitFor();
    await press(page, t.acts.sendToRepair);
    await page.getByText(t.faults.reasonMissing).first().waitFor();
    await look("reason-missing");
    await page.fill("textarea[name=reason]", "電源が入らない。");
    await press(page, t.acts.sendToRepair);
    await page.getByText(t.done["sendToRepair"]!).waitFor();
    expect(await text()).toContain("電源が入らない。");
    await look("in-repair");
    await page.fill("textarea[name=reason]", "基板の修理ができない。");
    await press(page, t.acts.retire);
    await page.getByText(t.acts.retiredText).waitFor();
    await page.goto(`${stage.url}/operations/devices?status=retired`);
    expect(await text()).toContain("SN-240002");
    expect(await text()).not.toContain("SN-240001");
    expect(await text()).toContain(status.stockDevice.retired);
  });
});
