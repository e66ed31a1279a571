export const finance = {
  title: "経理業務",
};
