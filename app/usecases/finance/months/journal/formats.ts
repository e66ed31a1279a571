import { outsideTax } from "./accounts.ts";
import type { CsvCell, CsvEncoding } from "./csv.ts";
import type { JournalRow } from "./journal-row.ts";
import { cutToWidth } from "./shift-jis.ts";

/** A column: its heading in the package's own sample, and what a row shows in it. */
type Column = readonly [heading: string, cell: (row: JournalRow) => CsvCell];

/** How a package takes a journal in. */
export interface JournalFormat {
  encoding: CsvEncoding;
  /** Whether the first line names the columns. */
  hasHeading: boolean;
  columns: readonly Column[];
}

const slashed = ({ day }: JournalRow) => day.replaceAll("-", "/");
const blank = (...headings: string[]) => headings.map((heading): Column => [heading, () => ""]);
const tax = () => outsideTax;

/** The columns of one side, in the order in which a package has them. */
const sides = (columns: (side: "借方" | "貸方", of: "debit" | "credit") => Column[]): Column[] => [
  ...columns("借方", "debit"),
  ...columns("貸方", "credit"),
];

/** freee会計, 仕訳データのインポート（汎用形式）: rows of one number and day become one 振替伝票. */
const freee: JournalFormat = {
  encoding: "utf-8",
  hasHeading: true,
  columns: [
    ["[表題行]", () => "[明細行]"],
    ["日付", slashed],
    ["伝票番号", ({ number }) => number],
    ...blank("決算整理仕訳"),
    ...sides((side, of) => [
      [`${side}勘定科目`, (row) => row[of]],
      ...blank(`${side}科目コード`, `${side}補助科目`, `${side}取引先`, `${side}取引先コード`),
      ...blank(`${side}部門`, `${side}品目`, `${side}メモタグ`),
      ...blank(`${side}セグメント1`, `${side}セグメント2`, `${side}セグメント3`),
      [`${side}金額`, ({ amount }) => amount],
      [`${side}税区分`, tax],
      [`${side}税額`, () => 0],
    ]),
    ["摘要", ({ memo }) => memo],
  ],
};

/** マネーフォワード クラウド会計, 仕訳帳のインポート: rows of one number, day and balance are one 複合仕訳. */
const moneyForward: JournalFormat = {
  encoding: "utf-8",
  hasHeading: true,
  columns: [
    ["取引No", ({ number }) => number],
    ["取引日", slashed],
    ...sides((side, of) => [
      [`${side}勘定科目`, (row) => row[of]],
      ...blank(`${side}補助科目`, `${side}部門`, `${side}取引先`),
      [`${side}税区分`, tax],
      ...blank(`${side}インボイス`),
      [`${side}金額(円)`, ({ amount }) => amount],
      [`${side}税額`, () => 0],
    ]),
    ["摘要", ({ memo }) => [...memo].slice(0, 200).join("")],
    ...blank("仕訳メモ", "タグ", "MF仕訳タイプ", "決算整理仕訳"),
    ...blank("作成日時", "作成者", "最終更新日時", "最終更新者"),
  ],
};

/** 弥生's 識別フラグ: a voucher of one row, or the first, a middle or the last of several. */
const yayoiFlags = { only: "2111", first: "2110", middle: "2100", last: "2101" } as const;

/** 弥生会計, 弥生取り込み形式（仕訳データ）: 25 columns without a heading, texts counted in half widths. */
const yayoi: JournalFormat = {
  encoding: "shift_jis",
  hasHeading: false,
  columns: [
    ["識別フラグ", ({ place }) => yayoiFlags[place]],
    ["伝票No.", ({ number }) => number],
    ...blank("決算"),
    ["取引日付", slashed],
    ...sides((side, of) => [
      [`${side}勘定科目`, (row) => cutToWidth(row[of], 24)],
      ...blank(`${side}補助科目`, `${side}部門`),
      [`${side}税区分`, tax],
      [`${side}金額`, ({ amount }) => amount],
      [`${side}税金額`, () => 0],
    ]),
    ["摘要", ({ memo }) => cutToWidth(memo, 64)],
    ...blank("番号", "期日"),
    // 振替伝票
    ["タイプ", () => 3],
    ...blank("生成元", "仕訳メモ"),
    ["付箋1", () => 0],
    ["付箋2", () => 0],
    ["調整", () => "no"],
  ],
};

/** Every package for which a journal can be written. */
export const journalFormats = { freee, moneyForward, yayoi } as const;

export type JournalFormatName = keyof typeof journalFormats;

/** Whether a text names one of the packages. */
export const isJournalFormat = (name: string): name is JournalFormatName =>
  Object.hasOwn(journalFormats, name);

/** The line of headings with which a package's file begins; none where it wants none. */
export function headingOf({ hasHeading, columns }: JournalFormat): CsvCell[][] {
  return hasHeading ? [columns.map(([name]) => name)] : [];
}

/** The cells of rows as a package takes them in. */
export function cellsOf({ columns }: JournalFormat, rows: readonly JournalRow[]): CsvCell[][] {
  return rows.map((row) => columns.map(([, cell]) => cell(row)));
}
