/** Leads of two bytes, without the doubles that NEC once chose (ED, EE) and without private signs (F0–F9). */
const leads = [
  ...range(0x81, 0x9f),
  ...range(0xe0, 0xec),
  ...range(0xef, 0xef),
  ...range(0xfa, 0xfc),
] as const;

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

/** Signs that Unicode writes otherwise than the tables of Windows do (波ダッシュ and its kin). */
const alike: Readonly<Record<string, string>> = {
  "\u301c": "\uff5e",
  "\u2212": "\uff0d",
  "\u2016": "\u2225",
  "\u2014": "\u2015",
  "\u00a5": "\\",
};

let table: Map<string, readonly number[]> | undefined;

/** Every sign of Windows' Shift_JIS (CP932) by its bytes: the decoder of the platform, read backwards. */
function bytesBySign(): Map<string, readonly number[]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder("shift_jis");
  const single = [...range(0x00, 0x7f), ...range(0xa1, 0xdf)].map((byte) => [byte]);
  const double = leads.flatMap((lead) => range(0x40, 0xfc).map((trail) => [lead, trail]));
  for (const bytes of [...single, ...double]) {
    const sign = decoder.decode(Uint8Array.from(bytes));
    if ([...sign].length === 1 && sign !== "\ufffd" && !table.has(sign)) table.set(sign, bytes);
  }
  return table;
}

/** What stands for a sign that Shift_JIS does not have (ゲタ記号). */
const missing = "〓";

/** A text in Windows' Shift_JIS (CP932); a sign that it does not have becomes 〓. */
export function toShiftJis(text: string): Uint8Array {
  const signs = bytesBySign();
  return Uint8Array.from(
    [...text].flatMap((sign) => [
      ...(signs.get(sign) ?? signs.get(alike[sign] ?? missing) ?? [0x3f]),
    ]),
  );
}

/** How many bytes a text takes in Shift_JIS, which is how programs of that age count (半角). */
export const widthOf = (text: string): number => toShiftJis(text).length;

/** The beginning of a text that takes no more than so many bytes in Shift_JIS. */
export function cutToWidth(text: string, most: number): string {
  let [cut, width] = ["", 0];
  for (const sign of text) {
    width += widthOf(sign);
    if (width > most) return cut;
    cut += sign;
  }
  return cut;
}
