export const demo = {
  title: "デモ",
};
