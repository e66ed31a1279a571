import type { order as ja } from "../ja/order.ts";

export const order: typeof ja = {
  title: "Order",
};
