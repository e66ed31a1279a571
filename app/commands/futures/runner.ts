/**
 * A process of one release: it is given the folder of that release's machines, then customers as
 * messages, and answers each message with their futures. It asks the machines for nothing else.
 */
import { pathToFileURL } from "node:url";
import type * as machines from "#machines/futures.ts";
import type { StoredCustomer } from "#machines/engine/world.ts";

/** Customers whose futures are asked for, up to an instant (ISO). */
export interface Question {
  customers: StoredCustomer[];
  until: string;
}

const [folder = ""] = process.argv.slice(2);
const { futuresOf } = (await import(
  pathToFileURL(`${folder}/machines/futures.ts`).href
)) as typeof machines;

process.on("message", ({ customers, until }: Question) => {
  process.send?.(customers.flatMap((customer) => futuresOf(customer, until)));
});
process.once("disconnect", () => process.exit());
