import type { demo as ja } from "../ja/demo.ts";

export const demo: typeof ja = {
  title: "Demonstration",
};
