/** How much of the money is measured. */
export interface MoneySizes {
  /** Invoices that are issued in one go. */
  invoices: number;
  /** Invoices that are open when a bank's file comes, half as many customers. */
  openInvoices: number;
  /** Lines of the bank's file. */
  lines: number;
  /** Lines of a payout, a multiple of 100. */
  payoutLines: number;
  /** Invoices that become files. */
  pdfs: number;
}

export const fullMoney: MoneySizes = {
  ...{ invoices: 10_000, openInvoices: 50_000, lines: 10_000, payoutLines: 100_000, pdfs: 300 },
};
export const quickMoney: MoneySizes = {
  invoices: 500,
  openInvoices: 2000,
  lines: 500,
  payoutLines: 2000,
  pdfs: 20,
};
/** Every invoice of the run becomes a file, which takes some ten minutes. */
export const longMoney: MoneySizes = { ...fullMoney, pdfs: 10_000 };
