import { describe, expect, test } from "vitest";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { reasonsToChoose } from "#app/usecases/restrictions/reasons.ts";
import type { RestrictionView } from "#app/usecases/restrictions/restriction-view.ts";
import PlanMaintenance from "./maintenance-new.tsx";
import RestrictionPage from "./restriction.tsx";
import PlanRestriction from "./restriction-new.tsx";
import { openSteps } from "./restrictions/step.tsx";

const menu = {
  ...{ code: "NDR-BASE", kind: "basic" as const, nameJa: "基本メニュー", nameEn: "Basic menu" },
  ...{ summaryJa: "", summaryEn: "", annualPrice: 1, lastDay: null },
};
const contract = {
  ...{ customerId: "u1", customerName: "みなと商事", contractId: "c1", number: "C000001-01" },
  ...{ isWhole: true, options: [], endDay: null },
};
const affected = { customers: 1, contracts: [contract] };
const base = { menus: [menu], clickId: "k1" };
/** What the router gives every page and these do not ask for. */
const matching = { params: {}, matches: [] } as unknown as { params: never; matches: never };

const view: RestrictionView = {
  ...{ restrictionId: "r1", status: "inForce", clause: "A19.1(4)", feeClause: "A19.3" },
  ...{ reason: { ja: "設備の障害", en: "A failure" }, mayEndContracts: true, menus: [menu] },
  ...{ contracts: [], startsAt: "2026-02-01T03:00:00.000Z", endsAt: null, liftedAt: null },
  ...{ text: { ja: "復旧中", en: "At work" }, begunAt: "2026-02-01T03:00:00.000Z" },
  ...{ endDay: null, noticeDay: null, refund: null, ground: null, refundReason: null },
};

describe("the form of a maintenance window", () => {
  const loaderData = { ...base, maintenanceId: "m1" };
  const page = (actionData?: unknown) => (
    <PlanMaintenance {...matching} loaderData={loaderData} actionData={actionData as never} />
  );

  test("asks for both ends in Tokyo's time, without placeholders", async () => {
    const html = await renderMarkup(page());
    expect(html.match(/type="datetime-local"/g)).toHaveLength(2);
    expect(html).not.toContain("placeholder");
    expect(html).not.toContain("disabled");
    expect(html).toContain('name="maintenanceId" value="m1"');
  });

  test("says what is wrong above and beside the field, and keeps what was typed", async () => {
    const typed = { titleJa: ["定期点検"], maintenanceId: ["m1"] };
    const faults = { endsAt: "notAfterStart", menus: "missing" };
    const html = await renderMarkup(page({ outcome: "faults", typed, faults }));
    expect(html.match(/終了日時（日本時間）が開始日時より後ではありません/g)).toHaveLength(2);
    expect(html).toContain('href="#endsAt"');
    expect(html).toContain('href="#menus"');
    expect(html).toContain("<title>エラー: ");
    expect(html).toContain('value="定期点検"');
  });

  test("shows before it is sent what is published, who gets a mail and what it costs", async () => {
    const window = {
      ...{ startsAt: "2026-01-17T14:00:00.000Z", endsAt: "2026-01-17T20:00:00.000Z" },
      ...{ menus: [menu], titleJa: "定期点検", titleEn: "Check", textJa: "", textEn: "" },
    };
    const typed = { titleJa: ["定期点検"], menus: ["NDR-BASE"] };
    const html = await renderMarkup(page({ outcome: "review", typed, window, affected }));
    for (const words of [
      "1社（契約1件）",
      "C000001-01",
      "返金はありません",
      "2026/01/17 23:00から",
    ])
      expect(html).toContain(words);
    expect(html).toContain('type="hidden" name="menus" value="NDR-BASE"');
    expect(html).toContain('value="send"');
    expect(html).toContain('value="edit"');
  });
});

describe("the form of a restriction", () => {
  const loaderData = { ...base, restrictionId: "r1", reasons: reasonsToChoose() };
  const page = (actionData?: unknown) => (
    <PlanRestriction {...matching} loaderData={loaderData} actionData={actionData as never} />
  );

  test("offers every reason that the terms name", async () => {
    const html = await renderMarkup(page());
    expect(html.match(/<option value="A/g)).toHaveLength(14);
    expect(html).toContain('value="A22.5(7)"');
  });

  test("says before it happens when, why, whom it touches, and that fees stay owed", async () => {
    const restriction = {
      ...{ clause: "A19.1(4)", scope: { kind: "menus", menus: [menu] }, endsAt: null },
      ...{ startsAt: "2026-02-01T03:00:00.000Z", textJa: "障害", textEn: "Failure" },
    };
    const typed = { start: ["now"] };
    const html = await renderMarkup(page({ outcome: "review", typed, restriction, affected }));
    for (const words of [
      "直ちに制限します",
      "料金を支払う義務",
      "第19条第3項",
      "みなと商事",
      "未定",
    ])
      expect(html).toContain(words);
  });
});

describe("the page of a restriction", () => {
  const loaderData = {
    ...{ restriction: view, affected, reached: [], deliveries: [], clickId: "k1", done: null },
  };
  const page = (step: string | null, restriction = view, actionData?: unknown) => (
    <RestrictionPage
      {...matching}
      loaderData={{ ...loaderData, restriction, step }}
      actionData={actionData as never}
    />
  );

  test.each<[Partial<RestrictionView>, string[]]>([
    [{ status: "planned" }, ["change", "callOff"]],
    [{ status: "inForce" }, ["change", "lift", "announceEnd"]],
    [{ status: "inForce", mayEndContracts: false }, ["change", "lift"]],
    [{ status: "inForce", endDay: "2026-04-30" }, ["change", "lift"]],
    [{ status: "lifted" }, []],
    [{ status: "cancelled" }, []],
    [{ status: "contractsEnded" }, []],
  ])("offers of %j the steps %j", (over, steps) => {
    expect(openSteps({ ...view, ...over })).toEqual(steps);
  });

  test("asks before contracts end for the day, the refund and the reasons of both", async () => {
    const html = await renderMarkup(page("announceEnd"));
    for (const name of ["endDay", "ground", "refund", "refundReason"])
      expect(html).toContain(`name="${name}"`);
    expect(html).toContain("第19条第4項");
    expect(html).toContain("契約の解除は取りやめになり");
  });

  test("says before it is lifted that an announced end lapses", async () => {
    const ending = { ...view, endDay: "2026-04-30", noticeDay: "2026-04-01" };
    expect(await renderMarkup(page("lift", ending))).toContain("最終日 2026/04/30");
    expect(await renderMarkup(page("lift"))).not.toContain("取りやめになります");
  });

  test("leaves a step out that is not open", async () => {
    const html = await renderMarkup(page("announceEnd", { ...view, status: "lifted" }));
    expect(html).not.toContain('name="endDay"');
  });
});
