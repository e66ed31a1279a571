/** How much of the money is measured. */
export interface MoneySizes {
  /** Invoices that are issued in one go. */
  invoices: number;
  /** Invoices that are open when a bank's file comes, half as many customers. */
  openInvoices: number;
  /** Lines of the bank's file. */
  lines: number;
}

export const fullMoney: MoneySizes = { invoices: 10_000, openInvoices: 50_000, lines: 10_000 };
export const quickMoney: MoneySizes = { invoices: 500, openInvoices: 2000, lines: 500 };
