import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { Messages } from "./ja.ts";

export type { Messages };

/** Languages of the portal; Japanese is the one that the others are measured by. */
export type Locale = "ja" | "en";

/** All locales, in the order in which the language switch shows them. */
export const locales: readonly Locale[] = ["ja", "en"];

/** True if `value` (a form field, a cookie) names a language of the portal. */
export function isLocale(value: unknown): value is Locale {
  return value === "ja" || value === "en";
}

/** The dictionary of a language. */
export function messagesFor(locale: Locale): Messages {
  return locale === "en" ? en : ja;
}
