import { linksOf } from "../page-form.ts";
import type { Chance } from "../random.ts";
import type { Visitor } from "../visitor.ts";
import {
  dayAhead,
  fieldOf,
  luckOf,
  pageOf,
  pressed,
  redirectOf,
  signedIn,
  type Load,
} from "./load.ts";

type Act = "verifyMaintenance" | "accept" | "setStart";

const intents: Record<Act, string> = {
  verifyMaintenance: "verify",
  accept: "accept",
  setStart: "setStart",
};

/** Does one thing to an order. Returns whether it was there to be done and is done. */
async function act(
  load: Load,
  visitor: Visitor,
  page: string,
  kind: Act,
  typed: Record<string, string> = {},
): Promise<boolean> {
  const shown = pageOf(
    await visitor.get(kind === "accept" ? `${page}?confirm=accept` : page),
    page,
  );
  const form = pressed(shown, "intent", intents[kind], typed);
  if (!form || load.isOver()) return false;
  const answer = await visitor.post(page, form);
  // Somebody was quicker, or the day has passed.
  if (answer.status === 409 || answer.status === 422) return false;
  redirectOf(answer, `${kind} of ${page}`);
  const contractId = page.split("/").at(-1) ?? "";
  load.journal.note({ kind, contractId, clickId: fieldOf(form, "clickId") });
  return true;
}

async function decide(
  load: Load,
  visitor: Visitor,
  chance: Chance,
  page: string,
): Promise<boolean> {
  await act(load, visitor, page, "verifyMaintenance");
  await act(load, visitor, page, "accept");
  const shown = pageOf(await visitor.get(page), page);
  const form = pressed(shown, "intent", "setStart");
  if (!form) return false;
  // The day wished for is fixed at once; any other waits for the customer.
  const [wished, other] = [fieldOf(form, "startDay"), await dayAhead(load, chance.whole(5, 9))];
  const startDay = chance.happens(40) && wished > other ? wished : other;
  return act(load, visitor, page, "setStart", { startDay });
}

/** The tasks that are done on an order's page. */
const kindsOfOrders = ["verifyOrder", "decideOrder", "fixStart", "followProposal"];

/** An order that is settled is looked at again after so many looks at the queue. */
const roundsOfRest = 20;

/**
 * The operator's person who verifies, accepts and sets start days, the queue from top to bottom.
 * `isMine` says which orders are left to colleagues.
 */
export async function beginOperations(
  load: Load,
  name: string,
  email: string,
  isMine: (page: string) => boolean = () => true,
) {
  const chance = luckOf(load, name);
  const visitor = await signedIn(load, email);
  // Where a customer lets the day proposed pass, another one is to be proposed.
  const settled = new Map<string, number>();
  let round = 0;
  return async () => {
    round += 1;
    for (const kind of kindsOfOrders) {
      const queue = pageOf(await visitor.get(`/operations?kind=${kind}`), "the work queue");
      for (const page of linksOf(queue)) {
        if (load.isOver()) return;
        if (!/^\/operations\/orders\/[^/]+\/[^/]+$/.test(page) || !isMine(page)) continue;
        if (round < (settled.get(page) ?? round)) continue;
        if (await decide(load, visitor, chance, page)) settled.set(page, round + roundsOfRest);
      }
    }
  };
}
