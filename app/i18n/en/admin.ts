import type { admin as ja } from "../ja/admin.ts";

export const admin: typeof ja = {
  title: "Administration",
};
