export const order = {
  title: "お申し込み",
};
