/** A payer's name as it is compared: without its legal form, and which form that was. */
export interface PayerName {
  core: string;
  /** The sign of the legal form, such as カ for a 株式会社; null where none is written. */
  form: string | null;
}

/** How banks shorten legal forms, and how they are written in full. */
const forms: Readonly<Record<string, readonly string[]>> = {
  カ: ["カブシキガイシヤ", "カブシキカイシヤ", "株式会社", "株"],
  ユ: ["ユウゲンガイシヤ", "ユウゲンカイシヤ", "有限会社", "有"],
  ド: ["ゴウドウガイシヤ", "ゴウドウカイシヤ", "合同会社", "同"],
  シ: ["ゴウシガイシヤ", "ゴウシカイシヤ", "合資会社", "資"],
  メ: ["ゴウメイガイシヤ", "ゴウメイカイシヤ", "合名会社", "名"],
  イ: ["イリヨウホウジンシヤダン", "イリヨウホウジン", "医療法人"],
  シヤ: ["イツパンシヤダンホウジン", "シヤダンホウジン", "一般社団法人", "社団法人"],
  ザイ: ["イツパンザイダンホウジン", "ザイダンホウジン", "一般財団法人", "財団法人"],
  ガク: ["ガツコウホウジン", "学校法人"],
  フク: ["シヤカイフクシホウジン", "社会福祉法人"],
  トクヒ: ["トクテイヒエイリカツドウホウジン", "特定非営利活動法人"],
  ドク: ["ドクリツギヨウセイホウジン", "独立行政法人"],
};

const small = "ァィゥェォッャュョヮヵヶ";
const large = "アイウエオツヤユヨワカケ";

/** One spelling: full-width katakana without small ones, capitals, one kind of dash, no blanks. */
function oneSpelling(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[ぁ-ゖ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x60))
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (sign) => large[small.indexOf(sign)] ?? sign)
    .replace(/[‐‑‒–—―−ー－ｰ]/g, "-")
    .replace(/[\s・･．.,，、。｡'’"「」]/g, (sign) => (sign === "." ? ")" : ""));
}

/** Where legal forms stand, the longest words first: before the name, or behind it. */
const patterns = Object.entries(forms).map(([sign, words]) => {
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const bracketed = `\\((?:${longestFirst.join("|")})\\)`;
  // One kanji alone may be part of the name.
  const written = longestFirst.filter(({ length }) => length > 1).join("|");
  return {
    sign,
    before: new RegExp(`^(?:\\(?${sign}\\)|${bracketed}|${written})`),
    behind: new RegExp(`(?:\\(${sign}\\)?|${bracketed}|${written})$`),
  };
});

/**
 * A payer's name (振込依頼人名) as it is compared. Half-width kana become full ones, small kana large, as
 * banks print them, and カ) or (カ and the written form 株式会社 come to the same.
 */
export function payerName(text: string): PayerName {
  const spelled = oneSpelling(text);
  for (const { sign, before, behind } of patterns) {
    for (const pattern of [before, behind]) {
      const rest = spelled.replace(pattern, "");
      if (rest !== spelled && rest !== "") return { core: bare(rest), form: sign };
    }
  }
  return { core: bare(spelled), form: null };
}

const bare = (text: string) => text.replace(/[()]/g, "");

/** A name as it is stored to be learned: form and core in one text. */
export function keyOf({ core, form }: PayerName): string {
  return form === null ? core : `${form})${core}`;
}
