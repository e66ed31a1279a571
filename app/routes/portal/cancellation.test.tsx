import { expect, test } from "vitest";
import { previewNotice } from "#app/usecases/contracts/cancellation-preview.ts";
import type { CancellationPage } from "#app/usecases/contracts/read-cancellation-page.ts";
import { dayOf } from "#machines/calendar.ts";
import { emptyContract, type ContractContext } from "#machines/contract/context.ts";
import { nextExits } from "#machines/contract/next-exits.ts";
import { renewalNoticeDay } from "#machines/terms/a10-term.ts";
import { earliestCancellationEnd } from "#machines/terms/a17-cancellation.ts";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { basicMenu, optionMenu } from "#test/helpers/sample-events.ts";
import Cancellation from "./cancellation.tsx";

const termEnd = dayOf("2026-03-31");
const context: ContractContext = {
  ...emptyContract,
  ...{ start: "2025-04-01", term: { start: "2025-04-01", end: "2026-03-31" } },
  ...{ basic: basicMenu, options: [optionMenu("1", "device", 240_000)] },
};
const choices: CancellationPage = {
  contractId: "0199aaaa-0000-7000-8000-000000000001",
  ...{ number: "C000001-01", today: "2026-01-20", earliestEnd: "2026-03-20" },
  earliestDerivation: earliestCancellationEnd(dayOf("2026-01-20")).derivation,
  term: { start: "2025-04-01", end: "2026-03-31" },
  noticeDay: { day: "2026-01-31", derivation: renewalNoticeDay(termEnd).derivation },
  ...{ inTime: true, nextTerm: { start: "2026-04-01", end: "2027-03-31" } },
  ...{ latestEnd: "2028-01-20", pendingEnd: null, canEndEarlier: true },
  ...{ preview: null, problem: null, summary: null },
  exits: nextExits(context, "2026-01-20"),
};
const invoice = { invoiceId: "1", contractId: "1", number: "000001-0001" };
const preview = previewNotice(context, "2026-02-01", "earliest", [
  { ...invoice, dueDay: "2025-06-02", owed: 2_134_000 },
]);

const page = (
  given: Partial<CancellationPage>,
  { typed = null as object | null, actionData = undefined as unknown } = {},
) => {
  const loaderData = { choices: { ...choices, ...given }, typed, commandId: "command-1" };
  return renderMarkup(<Cancellation />, { loaderData, actionData });
};

const radios = (html: string) =>
  [...html.matchAll(/type="radio"[^>]*value="(\w+)"/g)].map((found) => found[1]);

test("not to renew is offered first, and only while it is in time", async () => {
  const html = await page({});
  expect(radios(html)).toEqual(["term", "earliest", "day"]);
  expect(html).toContain("更新を断る期限は2026/01/31の24時です。今なら間に合います。");
  expect(html).toContain('method="get"');
  const late = await page({ inTime: false, today: "2026-02-01", earliestEnd: "2026-04-01" });
  expect(radios(late)).toEqual(["earliest", "day"]);
  expect(late).toContain("その前に2026/04/01から更新されるため");
  expect(late).toContain("（2027/03/31）も選べます");
});

test("what a day of delay costs stands above the choice, with each end that can be asked for", async () => {
  const html = await page({});
  expect(html).toContain("申出が1日遅れると、¥1,584,000多くかかります");
  for (const search of ["wish=earliest", "wish=term", "wish=day&amp;day=2027-03-31"]) {
    expect(html).toContain(`?${search}"`);
  }
});

test("where a later end costs the same, the page offers it before the button", async () => {
  const late = { today: "2026-02-01", exits: nextExits(context, "2026-02-01"), preview };
  const html = await page(late, { typed: { way: "earliest", day: null } });
  expect(html).toContain("2027/03/31まで使い続けることもできます");
  expect(html.indexOf("?wish=day&amp;day=2027-03-31")).toBeLessThan(html.indexOf("<button"));
});

test("a wrong day is named in the title, the summary and at its field, and stays", async () => {
  const html = await page(
    { problem: { problem: "tooEarly", day: "2026-03-20" } },
    { typed: { way: "day", day: "2026-02-28" } },
  );
  expect(html).toContain("<title>エラー: 解約の申出");
  expect(html).toContain('href="#day"');
  expect(html.match(/2026\/03\/20以後の日を入力してください。/g)).toHaveLength(2);
  expect(html).toMatch(/<input type="date"[^>]*aria-invalid="true"[^>]*value="2026-02-28"/);
});

test("before the button stand the end, every yen owed, and that nothing comes back", async () => {
  const html = await page({ preview }, { typed: { way: "earliest", day: null } });
  for (const words of [
    ...["終了の前に契約が更新されます", "¥1,584,000", "¥2,134,000", "合計 ¥3,718,000"],
    ...["2026/04/01の24時に終わります。", "期限 2026/06/01", "2026/05/01までにご返却"],
    ...["戻りません。", "遅延損害金", "2026/04/01に終わる解約を申し出る"],
  ]) {
    expect(html).toContain(words);
  }
  for (const article of [8, 10, 14, 17, 18]) expect(html).toContain(`/terms#article-${article}"`);
  expect(html.match(/<button type="submit"[^>]*border-error-2/g)).toHaveLength(1);
  for (const [name, value] of [
    ["wish", "earliest"],
    ["endDay", "2026-04-01"],
    ["commandId", "command-1"],
  ]) {
    expect(html).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
  }
});

test("a day that has changed is explained above what holds now", async () => {
  const html = await page(
    { preview },
    { typed: { way: "earliest", day: null }, actionData: { changed: true } },
  );
  expect(html).toContain("終了日が変わりました");
  expect(html).toContain('name="endDay" value="2026-04-01"');
});

test("where an end is noted, only an earlier one can be asked for", async () => {
  const pending = await page({ pendingEnd: "2026-03-31" });
  expect(radios(pending)).toEqual(["earliest", "day"]);
  expect(pending).toContain("この契約は2026/03/31に終わることが決まっています。");
  const none = await page({ pendingEnd: "2026-03-20", canEndEarlier: false });
  expect(none).not.toContain('method="get"');
  expect(none).toContain("これより早く終えることはできません");
});
