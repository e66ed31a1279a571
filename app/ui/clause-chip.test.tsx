import { expect, test } from "vitest";

import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { ClauseChip, ClauseChips } from "./clause-chip.tsx";

test.each([
  ["A2", "第2条", "/terms#article-2"],
  ["A12.2", "第12条第2項", "/terms#article-12"],
  ["A16.1(3)", "第16条第1項第3号", "/terms#article-16"],
])("%s leads to its article", async (clause, words, href) => {
  const html = await renderMarkup(<ClauseChip clause={clause} />);
  expect(html).toContain(`href="${href}"`);
  expect(html).toContain(`aria-label="約款 ${words}"`);
});

test("English names the parts of a clause", async () => {
  const html = await renderMarkup(<ClauseChip clause="A16.1(3)" />, { locale: "en" });
  expect(html).toContain("Article 16, paragraph 1, item 3");
});

test("what is no clause of the terms gets no link", async () => {
  const html = await renderMarkup(<ClauseChips clauses={["民法404条", 'A1" onclick="x']} />);
  expect(html).not.toContain("<a ");
  expect(html).toContain("民法404条");
  expect(html).not.toContain('onclick="x"');
});
