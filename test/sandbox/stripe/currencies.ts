import { invalidRequest } from "./errors.ts";
import { type Parser, text } from "./parameters.ts";

/** What a charge may be, in the currency's smallest unit: yen have none below the yen. */
const LIMITS: Record<string, { least: number; most: number; sign: string }> = {
  jpy: { least: 50, most: 99_999_999, sign: "¥" },
  usd: { least: 50, most: 99_999_999, sign: "$" },
  eur: { least: 50, most: 99_999_999, sign: "€" },
};

/** A currency the account takes: its own yen, and two that other systems on it use. */
export const currency: Parser<string> = (node, path) => {
  const code = text()(node, path).toLowerCase();
  if (Object.hasOwn(LIMITS, code)) return code;
  throw invalidRequest(
    `Invalid currency: ${code}. This account takes ${Object.keys(LIMITS).join(", ")} only.`,
    undefined,
    path,
  );
};

/** Refuses an amount that Stripe would not charge; `subject` begins the sentence. */
export function checkAmount(amount: number, code: string, subject: string, param: string): void {
  const limits = LIMITS[code];
  if (!limits) throw new Error(`No limits for ${code}`);
  const { least, most, sign } = limits;
  if (amount < least) {
    throw invalidRequest(`${subject} at least ${sign}${least} ${code}`, "amount_too_small", param);
  }
  if (amount > most) {
    const largest = `${sign}${most.toLocaleString("en")} ${code}`;
    throw invalidRequest(`${subject} no more than ${largest}`, "amount_too_large", param);
  }
}
