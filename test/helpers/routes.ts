import type { RouteConfigEntry } from "@react-router/dev/routes";
import routes from "#app/routes.ts";

export interface PageRoute {
  /** As access.ts names it. */
  pattern: string;
  /** Below app/. */
  file: string;
}

function flatten(entries: readonly RouteConfigEntry[], base: string): PageRoute[] {
  return entries.flatMap((entry) => {
    const path = [base, entry.path ?? ""].filter((part) => part !== "").join("/");
    if (entry.children && entry.path === undefined) return flatten(entry.children, base);
    const below = flatten(entry.children ?? [], path);
    return [{ pattern: `/${path}`, file: entry.file }, ...below];
  });
}

/** Every address of the URL contract with the file that answers it. */
export const pageRoutes: readonly PageRoute[] = flatten(routes, "");
