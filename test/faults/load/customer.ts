import { luckOf, signedIn, type Load } from "./load.ts";
import { confirmStartDays, placeOrder } from "./order.ts";

/** A customer who orders `most` contracts, one after another, and answers proposals. */
export async function beginCustomer(load: Load, name: string, email: string, most: number) {
  const chance = luckOf(load, name);
  const visitor = await signedIn(load, email);
  let orders = 0;
  return async () => {
    await confirmStartDays(load, visitor);
    if (orders >= most || load.isOver()) return;
    orders += 1;
    await placeOrder(load, visitor, chance, email);
  };
}
