import type { operations as ja } from "../ja/operations.ts";

export const operations: typeof ja = {
  title: "Operations",
};
