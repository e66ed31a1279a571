import type { finance as ja } from "../ja/finance.ts";

export const finance: typeof ja = {
  title: "Finance",
};
