import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

/** Who may read the books' months: finance, which closes them, and admin, which opens them again. */
export function requireMonthReader({ roles }: Principal): void {
  if (roles.includes("finance") || roles.includes("admin")) return;
  throw new Problem("notAllowed", "needs the role finance or admin");
}
