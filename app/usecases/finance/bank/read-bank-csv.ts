import { bankDay } from "./bank-day.ts";
import { mostLines, type LineFault, type ReadFile } from "./bank-line.ts";
import { parseCsv, type CsvRow } from "#app/usecases/files/parse-csv.ts";

/** The headings under which banks put each fact, the best first; compared without blanks and brackets. */
const headings = {
  bookedDay: ["勘定日", "取引日", "お取引日", "取引日付", "入金日", "日付", "年月日", "操作日"],
  valueDay: ["起算日", "取引起算日"],
  amount: [
    ...["入金金額", "入金額", "お預入金額", "お預入れ", "預入金額", "お預り金額", "預り金額"],
    ...["振込金額", "入金", "金額"],
  ],
  withdrawn: ["出金金額", "出金額", "お支払金額", "お引出し", "お引出金額", "支払金額", "出金"],
  payer: ["振込依頼人名", "依頼人名", "振込人名", "お取引内容", "取引内容", "摘要", "内容"],
  reference: ["EDI情報", "振込メッセージ", "備考", "メモ", "お客様メモ", "摘要内容"],
  bank: ["仕向銀行名", "金融機関名", "仕向金融機関名"],
  inquiry: ["照会番号", "取引番号", "番号"],
} as const satisfies Record<string, readonly string[]>;

type Fact = keyof typeof headings;
type Columns = Partial<Record<Fact, number>>;

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/\(.*?\)/g, "")
    .replace(/[\s"]/g, "");

function columnsOf({ cells }: CsvRow): Columns {
  const names = cells.map(plain);
  const columns: Columns = {};
  for (const [fact, words] of Object.entries(headings)) {
    const found = words.map((word) => names.indexOf(plain(word))).find((place) => place >= 0);
    if (found !== undefined) columns[fact as Fact] = found;
  }
  return columns;
}

const isHeading = ({ bookedDay, amount, payer }: Columns) =>
  bookedDay !== undefined && amount !== undefined && payer !== undefined;

/** Yen, with or without a sign, separators and the word for yen; null for anything else. */
function yenOf(text: string): number | null {
  const figures = text.normalize("NFKC").replace(/[\s,¥\\円]/g, "");
  if (figures === "" || figures === "-") return 0;
  return /^\+?\d{1,11}$/.test(figures) ? Number(figures) : null;
}

/** A payer's name without the word that says it was a transfer. */
const nameOf = (text: string) =>
  text.replace(/^(振込入金|振込|ﾌﾘｺﾐ|フリコミ)[\s　*＊:：]*/, "").trim();

/**
 * Reads a list of movements as a bank's web page gives it (CSV): lines above the headings are passed over,
 * columns are found by their headings, and lines without a receipt (出金, totals) bring none.
 *
 * @param today ISO day, for years that are written as of an era
 */
export function readBankCsv(text: string, today: string): ReadFile {
  const file: ReadFile = { format: "csv", lines: [], problems: [] };
  const { rows, openQuote } = parseCsv(text);
  if (openQuote !== null) {
    file.problems.push({ line: openQuote, column: 1, fault: "quote", found: "" });
    return file;
  }
  const start = rows.findIndex((row) => isHeading(columnsOf(row)));
  const [heading, ...data] = start < 0 ? [] : rows.slice(start);
  if (!heading) {
    const found = rows[0]?.cells.join(",").slice(0, 100) ?? "";
    file.problems.push({ line: rows[0]?.line ?? 1, column: 1, fault: "headings", found });
    return file;
  }
  const columns = columnsOf(heading);
  for (const { line, cells } of data) {
    const cell = (fact: Fact) => (cells[columns[fact] ?? -1] ?? "").trim();
    const fault = (fact: Fact, kind: LineFault) =>
      file.problems.push({
        line,
        column: (columns[fact] ?? 0) + 1,
        fault: kind,
        found: cell(fact),
      });
    if (columnsOf({ line, cells }).amount !== undefined) continue;
    // A line without a day is a total or a remark; one with a day must be right.
    if (cell("bookedDay") === "" && cell("payer") === "") continue;
    const amount = yenOf(cell("amount"));
    if (amount === 0 && (yenOf(cell("withdrawn")) ?? 0) > 0) continue;
    if (!amount) fault("amount", "amount");
    const bookedDay = bankDay(cell("bookedDay"), today);
    if (bookedDay === null) fault("bookedDay", "day");
    const isOwn = cell("valueDay") !== "";
    const valueDay = isOwn ? bankDay(cell("valueDay"), today) : bookedDay;
    if (isOwn && valueDay === null) fault("valueDay", "day");
    if (file.lines.length >= mostLines) {
      file.problems.push({ line, column: 1, fault: "tooMany", found: String(mostLines) });
      break;
    }
    if (!amount || bookedDay === null || valueDay === null) continue;
    file.lines.push({
      ...{ line, bookedDay, valueDay, amount, account: "" },
      payer: nameOf(cell("payer")),
      reference: cell("reference"),
      ...{ bank: cell("bank"), inquiry: cell("inquiry") },
    });
  }
  return file;
}
