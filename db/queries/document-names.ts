import { desc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { menu } from "#db/schema/operator.ts";

/** A menu's name in both languages, as the catalog calls it last; null for no menu. */
export async function readMenuName(
  tx: Handle,
  code: string,
): Promise<{ ja: string; en: string } | null> {
  const [row] = await tx
    .select({ ja: menu.nameJa, en: menu.nameEn })
    .from(menu)
    .where(eq(menu.code, code))
    .orderBy(desc(menu.validFrom))
    .limit(1);
  return row ?? null;
}

/** The latest names of all menus that ever were in the catalog, by code. */
export async function readMenuNames(
  tx: Handle,
): Promise<Record<string, { ja: string; en: string }>> {
  const rows = await tx
    .selectDistinctOn([menu.code], { code: menu.code, ja: menu.nameJa, en: menu.nameEn })
    .from(menu)
    .orderBy(menu.code, desc(menu.validFrom));
  return Object.fromEntries(rows.map(({ code, ja, en }) => [code, { ja, en }]));
}
