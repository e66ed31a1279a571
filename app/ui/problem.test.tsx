import { data } from "react-router";
import { expect, test } from "vitest";

import { messagesFor } from "#app/i18n/messages.ts";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { Problem, problemText } from "./problem.tsx";

const answered = (status: number) => ({ status, statusText: "", internal: false, data: null });

test.each([
  [404, "notFoundTitle"],
  [403, "forbiddenTitle"],
  [401, "forbiddenTitle"],
  [409, "refusedTitle"],
  [503, "failedTitle"],
] as const)("status %i has words of its own", (status, title) => {
  const t = messagesFor("ja");
  expect(problemText(answered(status), t).title).toBe(t.frame.problem[title]);
});

test("anything else thrown is a failure of ours and shows nothing of itself", async () => {
  for (const thrown of [new Error("relation secrets"), "secrets", data("secrets"), null]) {
    const html = await renderMarkup(<Problem error={thrown} />);
    expect(html).toContain("処理中に問題が発生しました");
    expect(html).not.toContain("secrets");
  }
});

test("the page speaks both languages, the visitor's first", async () => {
  const html = await renderMarkup(<Problem error={answered(404)} />, { locale: "en" });
  expect(html.indexOf("Page not found")).toBeLessThan(html.indexOf("ページが見つかりません"));
  expect(html).toContain('lang="ja"');
});
