export const operations = {
  title: "運用業務",
};
