import { desc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { menu } from "#db/schema/operator.ts";

/** The names of a menu in the catalog, the latest ones; null where it is in none. */
export async function readMenuNames(
  tx: Handle,
  code: string,
): Promise<{ nameJa: string; nameEn: string } | null> {
  const [row] = await tx
    .select({ nameJa: menu.nameJa, nameEn: menu.nameEn })
    .from(menu)
    .where(eq(menu.code, code))
    .orderBy(desc(menu.validFrom))
    .limit(1);
  return row ?? null;
}
