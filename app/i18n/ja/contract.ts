export const contract = {
  title: "ご契約",
};
