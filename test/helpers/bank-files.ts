/** One receipt as a bank would write it; days ISO, amount in yen, less than nothing where taken back. */
export interface WrittenReceipt {
  bookedDay: string;
  valueDay: string;
  amount: number;
  /** Half-width kana, capitals, figures. */
  payer: string;
  edi: string;
  inquiry: string;
}

const left = (text: string, width: number) => (text + " ".repeat(width)).slice(0, width);
const right = (value: number | string, width: number) => String(value).padStart(width, "0");

/** 2026-11-23 as 081123: the year of the present era, which began in 2019. */
export function eraDay(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return right(Number(year) - 2018, 2) + month + day;
}

/** The records of a Zengin notice (振込入金通知), each field written out one after the other. */
export function zenginRecords(receipts: readonly WrittenReceipt[]): string[] {
  const header =
    ["1", "01", "0", "081123", "081101", "081130", "0001"].join("") +
    left("ﾐｽﾞﾎ", 15) +
    "001" +
    left("ﾄｳｷﾖｳ", 15) +
    "1" +
    "1234567" +
    left("ｶ)ｳﾝｴｲ", 40);
  const data = receipts.map(
    ({ bookedDay, valueDay, amount, payer, edi, inquiry }) =>
      ["2", right(inquiry, 6), eraDay(bookedDay), eraDay(valueDay)].join("") +
      right(Math.abs(amount), 10) +
      right(0, 10) +
      right(0, 10) +
      left(payer, 48) +
      left("ﾐﾂﾋﾞｼ", 15) +
      left("ﾎﾝﾃﾝ", 15) +
      (amount < 0 ? "1" : "0") +
      left(edi, 20),
  );
  let [count, sum, backCount, backSum] = [0, 0, 0, 0];
  for (const { amount } of receipts) {
    if (amount > 0) {
      count += 1;
      sum += amount;
    } else {
      backCount += 1;
      backSum -= amount;
    }
  }
  const trailer = "8" + right(count, 6) + right(sum, 12) + right(backCount, 6) + right(backSum, 12);
  return [header, ...data, trailer, "9"].map((record) => left(record, 200));
}

let table: Map<string, number[]> | undefined;

/** Every sign of Shift_JIS by its bytes, found by decoding all of them. */
function shiftJisTable(): Map<string, number[]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder("shift_jis");
  for (let lead = 0; lead < 256; lead += 1) {
    const isDouble = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
    const all = isDouble ? Array.from({ length: 189 }, (_, n) => [lead, n + 0x40]) : [[lead]];
    for (const bytes of all) {
      const sign = decoder.decode(Uint8Array.from(bytes));
      if (sign.length === 1 && sign !== "\ufffd" && !table.has(sign)) table.set(sign, bytes);
    }
  }
  return table;
}

/** A text in Shift_JIS. Throws for a sign that it does not have. */
export function shiftJis(text: string): Uint8Array {
  const signs = shiftJisTable();
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const bytes = signs.get(sign);
      if (!bytes) throw new Error(`Shift_JIS has no ${sign}.`);
      return bytes;
    }),
  );
}
