import { bankDay } from "./bank-day.ts";
import { mostLines, type BankLine, type LineFault, type ReadFile } from "./bank-line.ts";

/** Signs of a record. */
export const recordLength = 200;

/** Where the fields of a data record stand: the first sign, from 0, and how many there are. */
const fields = {
  inquiry: [1, 6],
  bookedDay: [7, 6],
  valueDay: [13, 6],
  amount: [19, 10],
  payerCode: [39, 10],
  payer: [49, 48],
  bank: [97, 15],
  branch: [112, 15],
  cancelled: [127, 1],
  edi: [128, 20],
} as const satisfies Record<string, readonly [number, number]>;

type Place = readonly [start: number, length: number];

const cut = (record: string, [start, length]: Place) => record.slice(start, start + length);

/** A number of figures; blanks before or behind it don't count. Null for anything else. */
function figures(text: string): number | null {
  const plain = text.trim();
  if (plain === "") return 0;
  return /^\d+$/.test(plain) ? Number(plain) : null;
}

interface Sums {
  received: { count: number; sum: number };
  cancelled: { count: number; sum: number };
}

const noSums = (): Sums => ({
  received: { count: 0, sum: 0 },
  cancelled: { count: 0, sum: 0 },
});

/** The fields of a trailer that must say what the records before it come to. */
const trailer = [
  { place: [1, 6], fault: "count", of: ({ received }: Sums) => received.count },
  { place: [7, 12], fault: "sum", of: ({ received }: Sums) => received.sum },
  { place: [19, 6], fault: "count", of: ({ cancelled }: Sums) => cancelled.count },
  { place: [25, 12], fault: "sum", of: ({ cancelled }: Sums) => cancelled.sum },
] as const;

/** Which record may follow which. */
const followers: Readonly<Record<string, string>> = { "": "1", "1": "28", "2": "28", "8": "19" };

/**
 * Reads a notice of receipts in the format of the Japanese banks (全銀協 振込入金通知): records of 200
 * signs, with or without line ends, namely header (1), data (2), trailer (8), which must come to the
 * count and the sum of its data, and end (9). Half-width kana stay as they are.
 *
 * @param today ISO day, for the years of the era
 */
export function readZengin(records: readonly string[], today: string): ReadFile {
  const file: ReadFile = { format: "zengin", lines: [], problems: [] };
  let sums = noSums();
  let account = "";
  let last = "";
  const fault = (line: number, record: string, place: Place, kind: LineFault) =>
    file.problems.push({
      ...{ line, column: place[0] + 1, fault: kind },
      found: cut(record, place).trim(),
    });

  function readData(record: string, line: number): void {
    const [bookedDay, ownValueDay] = (["bookedDay", "valueDay"] as const).map((name) => {
      const text = cut(record, fields[name]);
      if (name === "valueDay" && /^[0 ]*$/.test(text)) return "";
      const day = bankDay(text, today);
      if (day === null) fault(line, record, fields[name], "day");
      return day;
    });
    const amount = figures(cut(record, fields.amount));
    if (!amount) fault(line, record, fields.amount, "amount");
    const mark = cut(record, fields.cancelled);
    if (!/^[01 ]$/.test(mark)) fault(line, record, fields.cancelled, "cancellation");
    const isCancelled = mark === "1";
    const sum = isCancelled ? sums.cancelled : sums.received;
    sum.count += 1;
    sum.sum += amount ?? 0;
    if (!bookedDay || ownValueDay === null || ownValueDay === undefined || !amount) return;
    const text = (name: keyof typeof fields) => cut(record, fields[name]).trim();
    const code = text("payerCode");
    file.lines.push({
      ...{ line, bookedDay, valueDay: ownValueDay || bookedDay, account },
      amount: isCancelled ? -amount : amount,
      payer: text("payer"),
      reference: [text("edi"), /^0*$/.test(code) ? "" : code].filter(Boolean).join(" "),
      bank: [text("bank"), text("branch")].filter(Boolean).join(" "),
      inquiry: text("inquiry"),
    } satisfies BankLine);
  }

  for (const [index, record] of records.entries()) {
    const line = index + 1;
    const type = record[0] ?? "";
    if (record.length !== recordLength) {
      const found = String(record.length);
      file.problems.push({ line, column: record.length + 1, fault: "recordLength", found });
      continue;
    }
    if (!"1289".includes(type)) {
      fault(line, record, [0, 1], "recordType");
      continue;
    }
    if (!followers[last]?.includes(type)) fault(line, record, [0, 1], "recordOrder");
    last = type;
    if (type === "1") {
      if (cut(record, [1, 2]) !== "01") fault(line, record, [1, 2], "notReceipts");
      account = [cut(record, [22, 4]), cut(record, [41, 3]), cut(record, [59, 8])].join("-");
      sums = noSums();
    }
    if (type === "2") readData(record, line);
    for (const { place, fault: kind, of } of type === "8" ? trailer : []) {
      if (figures(cut(record, place)) !== of(sums)) fault(line, record, place, kind);
    }
    if (file.lines.length > mostLines) {
      file.problems.push({ line, column: 1, fault: "tooMany", found: String(mostLines) });
      break;
    }
  }
  if (last !== "9" && file.problems.length === 0) {
    file.problems.push({ line: records.length, column: 1, fault: "recordOrder", found: last });
  }
  return file;
}
