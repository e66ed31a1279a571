export const auth = {
  title: "ログイン",
};
