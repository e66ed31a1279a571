import { readFileSync } from "node:fs";
import { z } from "zod";
import { loadReference } from "#db/queries/load-reference.ts";
import type { Portal } from "#app/portal.ts";
import { adoptTerms } from "#app/usecases/terms/adopt-terms.ts";

const text = z.string().min(1).max(20_000);
const bilingual = { ja: text, en: text };

const article = z.object({
  number: z.int().min(1).max(35),
  titleJa: text,
  titleEn: text,
  paragraphs: z.array(
    z.object({
      number: z.int().min(1),
      ...bilingual,
      items: z.array(z.object({ mark: text, ...bilingual })).optional(),
    }),
  ),
});

const referenceSchema = z.object({
  operator: z.object({
    nameJa: text,
    nameEn: text,
    registrationNumber: z.string().regex(/^T\d{13}$/, "must be T and 13 digits"),
    postalCode: z.string().regex(/^\d{3}-\d{4}$/, "must look like 100-0001"),
    addressJa: text,
    addressEn: text,
    phone: text,
    supportEmail: z.email(),
    bankJa: text,
    bankEn: text,
  }),
  menus: z.array(
    z.object({
      code: text,
      validFrom: z.iso.date(),
      kind: z.enum(["basic", "subscription", "device", "work"]),
      nameJa: text,
      nameEn: text,
      summaryJa: text,
      summaryEn: text,
      annualPrice: z.int().min(0),
    }),
  ),
  terms: z.array(
    z.object({
      version: text,
      effectiveDay: z.iso.date(),
      articles: z.array(article).length(35, "must be the 35 articles"),
    }),
  ),
  specifications: z
    .array(
      z.object({
        menuCode: text,
        version: text,
        effectiveDay: z.iso.date(),
        articles: z.array(article).min(1),
      }),
    )
    .default([]),
});

/**
 * Loads who runs the portal, what it sells and by which terms, from a JSON file. Prices and versions
 * that are there already stay.
 *
 * @throws Error that names every member of the file that is missing or malformed
 */
export async function loadReferenceFile(portal: Portal, path: string): Promise<void> {
  const parsed = referenceSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.success) throw new Error(`${path} is not right:\n${z.prettifyError(parsed.error)}`);
  const { terms, specifications, ...rest } = parsed.data;
  await portal.database.transaction({ role: "portal_engine" }, (tx) => loadReference(tx, rest));
  await adoptTerms(portal, [...terms, ...specifications]);
}
