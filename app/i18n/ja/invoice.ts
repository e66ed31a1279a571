export const invoice = {
  title: "ご請求",
  checkoutDescription: (number: string) => `請求書 ${number}`,
};
