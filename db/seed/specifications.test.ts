import { expect, test } from "vitest";
import { readArticle, typedArticle } from "#app/usecases/terms/article-text.ts";
import { catalog } from "./catalog.ts";
import { specifications } from "./specifications.ts";

test("every menu of the catalog has a specification, and no other has one", () => {
  expect(Object.keys(specifications).toSorted()).toEqual(
    catalog.map(({ code }) => code).toSorted(),
  );
});

test.each(Object.entries(specifications))(
  "the specification of %s can be edited",
  (_, sections) => {
    expect(sections.map(({ number }) => number)).toEqual(sections.map((__, place) => place + 1));
    for (const section of sections) {
      expect(readArticle(section.number, typedArticle(section))).toEqual({ article: section });
      for (const { ja, en } of section.paragraphs) {
        expect(ja).toMatch(/[ぁ-ん].*。$/);
        expect(en).toMatch(/^[A-Z][\x20-\x7e]+\.$/);
      }
    }
  },
);
