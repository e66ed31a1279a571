import { expect, test } from "vitest";

import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { Timeline } from "./timeline.tsx";

const past = [
  {
    id: "1",
    when: "2025/03/01 10:12",
    dateTime: "2025-03-01T01:12:00Z",
    title: "受付",
    actor: "山田",
    clauses: ["A5.1"],
  },
];
const coming = [{ id: "2", when: "2026/01/31", dateTime: "2026-01-31", title: "申し出期限" }];

test("today divides what happened from what comes", async () => {
  const html = await renderMarkup(<Timeline past={past} coming={coming} today="2025-12-10" />);
  const places = ["受付", "操作: 山田", "第5条第1項", "今日 2025/12/10", "申し出期限"].map(
    (words) => html.indexOf(words),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test("both sides say so when they are empty", async () => {
  const html = await renderMarkup(<Timeline past={[]} coming={[]} today="2025-12-10" />, {
    locale: "en",
  });
  expect(html).toContain("Nothing has been recorded yet.");
  expect(html).toContain("No deadline lies ahead.");
});
