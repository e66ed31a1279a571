import { describe, expect, test } from "vitest";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import type { DiscontinuationView } from "#app/usecases/discontinuations/discontinuation-view.ts";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import type { PostedRestriction } from "#app/usecases/notices/notice-board.ts";
import { OwnNoticesSection } from "../portal/own-notices.tsx";
import Maintenance from "./maintenance.tsx";
import Notices from "./notices.tsx";

const menus = [
  { code: "NDR-BASE", nameJa: "基本メニュー", nameEn: "Basic menu", kind: "basic" as const },
];
const window: MaintenanceWindow = {
  ...{ maintenanceId: "m1", status: "planned", menus, revision: 1 },
  ...{ startsAt: "2026-01-17T14:00:00.000Z", endsAt: "2026-01-17T20:00:00.000Z" },
  ...{ titleJa: "定期点検", titleEn: "Regular check", textJa: "一行目\n二行目", textEn: "Text" },
  ...{ reasonJa: null, reasonEn: null },
  ...{ plannedAt: "2026-01-05T03:00:00.000Z", revisedAt: "2026-01-06T03:00:00.000Z" },
};
const cancelled = {
  ...{ ...window, maintenanceId: "m2", status: "cancelled" as const },
  ...{ reasonJa: "準備が整わないため", reasonEn: "Not ready" },
};
const restriction: PostedRestriction = {
  ...{ restrictionId: "r1", status: "inForce", clause: "A19.1(4)", feeClause: "A19.3", menus },
  reason: { ja: "設備の障害", en: "A failure of the facilities" },
  ...{ startsAt: "2026-02-01T03:00:00.000Z", endsAt: null, begunAt: null, liftedAt: null },
  text: { ja: "<b>復旧</b>を急いでいます", en: "We are at work" },
  ...{ endDay: "2026-04-30", noticeDay: "2026-04-01", mayEndContracts: true },
};
const discontinuation: DiscontinuationView = {
  ...{ discontinuationId: "d1", status: "announced", menus, firstDayWithout: "2026-10-01" },
  ...{ lastDay: "2026-09-30", announcedDay: "2026-05-01", withdrawnDay: null },
  ...{ text: { ja: "終了します", en: "It ends" }, withdrawalReason: null },
  lateReason: { ja: "供給元の撤退", en: "Its maker withdraws" },
};
/** What the router gives every page and these do not ask for. */
const nothing = { params: {}, matches: [] } as unknown as { params: never; matches: never };
const empty = { restrictions: [], discontinuations: [], maintenance: [] };

describe("the maintenance calendar", () => {
  const page = (
    <Maintenance
      {...nothing}
      loaderData={{ coming: [window], past: [cancelled], appUrl: "https://portal.example" }}
    />
  );

  test("shows what is to come and what is past, in Tokyo's time, with its clause", async () => {
    const html = await renderMarkup(page);
    expect(html).toContain("2026/01/17 23:00から2026/01/18 05:00まで");
    expect(html).toContain("定期点検");
    expect(html).toContain("2026/01/06 12:00に変更");
    expect(html).toContain("中止の理由: 準備が整わないため");
    expect(html).toContain('href="/terms#article-22"');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test("leads to the feed in the page's language", async () => {
    expect(await renderMarkup(page)).toContain("webcal://portal.example/maintenance.ics?lang=ja");
    const html = await renderMarkup(page, { locale: "en" });
    expect(html).toContain("https://portal.example/maintenance.ics?lang=en");
    expect(html).toContain("Why it was cancelled: Not ready");
  });

  test("says so where nothing is planned", async () => {
    const none = { coming: [], past: [], appUrl: "https://portal.example" };
    const html = await renderMarkup(<Maintenance {...nothing} loaderData={none} />);
    expect(html).toContain("予定されているメンテナンスはありません。");
  });
});

describe("the board of notices", () => {
  test("shows restrictions and discontinuations with days, reasons and fees", async () => {
    const board = {
      restrictions: [restriction],
      discontinuations: [discontinuation],
      maintenance: [window],
    };
    const html = await renderMarkup(<Notices {...nothing} loaderData={board} />);
    for (const words of [
      ...["設備の障害", "2026/02/01 12:00から", "終了は未定です", "料金のお支払いは続きます"],
      ...["ご契約は2026/04/30で終了する予定です", "2026/09/30で提供を終了します"],
      ...[
        "6か月前までに予告できなかった理由: 供給元の撤退",
        'href="/terms#article-20"',
        "定期点検",
      ],
    ]) {
      expect(html).toContain(words);
    }
    expect(html).toContain("&lt;b&gt;復旧");
    expect(html).not.toContain("対象のご契約");
  });

  test("says so where there is nothing", async () => {
    const html = await renderMarkup(<Notices {...nothing} loaderData={empty} />, {
      locale: "en",
    });
    expect(html).toContain("Nothing is restricted at present.");
    expect(html).toContain("No discontinuation is announced.");
  });
});

describe("a customer's own notices", () => {
  test("name the contracts concerned", async () => {
    const contracts = [
      { contractId: "c1", number: "C000001-01" },
      { contractId: "c2", number: "C000001-02" },
    ];
    const notices = { ...empty, restrictions: [{ ...restriction, contracts }] };
    const html = await renderMarkup(<OwnNoticesSection notices={notices} />);
    expect(html).toContain("対象のご契約: C000001-01、C000001-02");
    expect(html).toContain('href="/notices"');
  });

  test("are no section where there are none", async () => {
    expect(await renderMarkup(<OwnNoticesSection notices={empty} />)).not.toContain("<section");
  });
});
