export const invoice = {
  title: "ご請求",
};
