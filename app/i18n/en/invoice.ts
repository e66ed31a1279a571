import type { invoice as ja } from "../ja/invoice.ts";

export const invoice: typeof ja = {
  title: "Invoices",
  checkoutDescription: (number) => `Invoice ${number}`,
};
