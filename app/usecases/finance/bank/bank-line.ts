/** One receipt as a bank's file says it. Amounts are yen, days ISO. */
export interface BankLine {
  /** The line of the file, from 1. */
  line: number;
  bookedDay: string;
  /** The day on which it counts (起算日). */
  valueDay: string;
  /** Less than nothing where the bank took a receipt back (取消). */
  amount: number;
  payer: string;
  /** Whatever else the payer wrote (EDI情報, 摘要). */
  reference: string;
  /** The bank and branch that sent it. */
  bank: string;
  /** The account that received it, as far as the file names it, and the bank's number of the line. */
  account: string;
  inquiry: string;
}

/** What is wrong at a place of a file; the pages have words for each, with what to do. */
export type LineFault =
  | "empty"
  | "encoding"
  | "recordLength"
  | "recordType"
  | "recordOrder"
  | "notReceipts"
  | "count"
  | "sum"
  | "headings"
  | "quote"
  | "day"
  | "amount"
  | "cancellation"
  | "tooMany";

/** A fault with its line and column, from 1, and what stands there. */
export interface LineProblem {
  line: number;
  column: number;
  fault: LineFault;
  found: string;
}

/** A file as it was read; where there is a problem, nothing of it is taken in. */
export interface ReadFile {
  format: "zengin" | "csv";
  lines: BankLine[];
  problems: LineProblem[];
}

/** Lines that one file may have. */
export const mostLines = 20_000;
