import { z } from "zod";
import { prefectures } from "./prefectures.ts";

/**
 * The fields of the order form (注文書), kind to how people type: full-width figures, missing
 * hyphens and half-width kana are put right. Issues are codes; the page has the words for them, with a
 * parameter after a space.
 */

// Invisible marks come along when text is copied; they change the look of a line, or nothing at all.
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const unusable = /[\p{Cc}\p{Cs}]/u;
const hyphens = /[‐‑‒–—―−ーｰ－]/g;

const cleaned = (text: string) => text.replace(invisible, "").trim();
const narrow = (text: string) => cleaned(text.normalize("NFKC"));

const given = z.string({ error: "missing" });

function checked(most: number) {
  return z
    .string()
    .min(1, { error: "missing", abort: true })
    .max(most, { error: `tooLong ${most}`, abort: true })
    .refine((text) => !unusable.test(text), { error: "characters", abort: true });
}

/** One line of any script, up to `most` characters, kept as typed but for blanks around it. */
export const line = (most: number) => given.transform(cleaned).pipe(checked(most));

/** A number or a code up to `most` characters; full-width letters and figures become plain ones. */
export const code = (most: number) => given.transform(narrow).pipe(checked(most));

const toKatakana = (text: string) =>
  text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

/** A name in katakana (フリガナ); hiragana and half-width kana become katakana. */
export const kana = (most: number) =>
  given
    .transform((text) => toKatakana(narrow(text)))
    .pipe(checked(most).regex(/^[ァ-ヺー・ ]+$/u, "kana"));

/** The postal code in its written form NNN-NNNN where seven figures were typed, else as typed. */
function postal(text: string): string {
  const figures = narrow(text)
    .replace(/[\s〒]/g, "")
    .replace(hyphens, "-");
  return /^\d{7}$/.test(figures) ? `${figures.slice(0, 3)}-${figures.slice(3)}` : figures;
}

/** A Japanese postal code (郵便番号), NNN-NNNN; `issue` names what to say of any other. */
export const postalCode = (issue: "postalCode" | "siteInJapan" = "postalCode") =>
  given.transform(postal).pipe(checked(50).regex(/^(?!000)\d{3}-\d{4}$/, issue));

/** The choice that stands for an address outside Japan: it can be made, and is refused with the reason. */
export const outsideJapan = "outside";

/** One of the 47 prefectures (都道府県), by its Japanese name. */
export const prefecture = given
  .pipe(z.string().min(1, { error: "notChosen", abort: true }))
  .refine((name) => name !== outsideJapan, { error: "siteInJapan", abort: true })
  .refine((name) => prefectures.some(({ ja }) => ja === name), "notChosen");

/** A Japanese telephone number: ten or eleven figures that begin with 0, or with +81. */
export const phone = given
  .transform((text) => narrow(text).replace(hyphens, "-"))
  .pipe(
    checked(30).refine((text) => {
      const figures = text.replace(/[-\s()]/g, "");
      return /^0\d{9,10}$/.test(figures) || /^\+81\d{9,10}$/.test(figures);
    }, "phone"),
  );

/** An e-mail address of up to 254 characters. */
export const email = given.transform(narrow).pipe(checked(254).pipe(z.email("email")));

/** A day as typed, 2026/4/1 or 2026年4月1日 too, in its ISO form where it has one. */
function dayAsTyped(text: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(narrow(text));
  if (!parts) return narrow(text);
  return [parts[1], parts[2]?.padStart(2, "0"), parts[3]?.padStart(2, "0")].join("-");
}

/** A day from `first` on and, where given, up to `last`; all ISO. */
export const day = (first: string, last = "9999-12-31", early: string = "tooEarly") =>
  given
    .transform(dayAsTyped)
    .pipe(z.string().min(1, { error: "missing", abort: true }))
    .pipe(z.iso.date({ error: "day", abort: true }))
    .refine((iso) => iso >= first, `${early} ${first}`)
    .refine((iso) => iso <= last, `tooLate ${last}`);

/** A check box: true where it was ticked. */
export const tick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** A check box that must be ticked. */
export const mustTick = z.literal("on", { error: "notTicked" }).transform(() => true as const);
