import type { contract as ja } from "../ja/contract.ts";

export const contract: typeof ja = {
  title: "Contracts",
};
