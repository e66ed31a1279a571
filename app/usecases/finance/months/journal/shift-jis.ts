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
  // No sign has more bytes than code units have: two.
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (const sign of text) {
    for (const byte of signs.get(sign) ?? signs.get(alike[sign] ?? missing) ?? [0x3f]) {
      bytes[length] = byte;
      length += 1;
    }
  }
  return bytes.slice(0, length);
}

/** The beginning of a text that takes no more than so many bytes in Shift_JIS, counted as 半角. */
export function cutToWidth(text: string, most: number): string {
  const signs = bytesBySign();
  let [cut, width] = ["", 0];
  for (const sign of text) {
    width += (signs.get(sign) ?? signs.get(alike[sign] ?? missing))?.length ?? 1;
    if (width > most) return cut;
    cut += sign;
  }
  return cut;
}
