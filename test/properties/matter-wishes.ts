import type { ContractContext } from "#machines/contract/context.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { matterKinds, type MatterKind } from "#machines/matters/kinds.ts";
import { definitions } from "#machines/registry.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { daysAfter } from "#test/helpers/day-by-day.ts";
import { ask, choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

/** Ways of each kind of matter, from its beginning to one of its ends. */
const ways: Record<MatterKind, readonly (readonly string[])[]> = {
  informationChange: [
    ["report", "apply"],
    ["report", "askEvidence", "addEvidence", "refuse"],
    ["report", "askEvidence", "withdraw"],
    ["report", "askEvidence", "refuse"],
    ["report", "withdraw"],
  ],
  materialRequest: [
    ["ask", "provide", "accept", "askReturn", "giveBack"],
    ["ask", "provide", "askAgain", "provide", "accept", "release", "dispose"],
    ["ask", "provide", "accept", "giveBack"],
    ["offer", "accept", "dispose"],
    ["offer", "accept"],
    ["offer", "withdrawOffer"],
    ["ask", "withdraw"],
    ["ask"],
  ],
  deviceInquiry: [["ask", "answer", "askAgain", "answer", "accept"], ["ask", "withdraw"], ["ask"]],
  claim: [
    ["report", "supplement", "acknowledge", "supplement", "defend", "close"],
    ["report", "acknowledge", "exclude", "close"],
    ["report", "acknowledge", "close"],
  ],
  incidentContact: [["name", "remove"], ["name"]],
  confidentialItem: [
    ["disclose", "confirm", "notifyCompelled"],
    ["discloseToCustomer", "confirmToCustomer", "notifyCompelledToCustomer"],
    ["disclose"],
    ["discloseToCustomer"],
  ],
};

const abouts: Record<MatterKind, readonly string[]> = {
  informationChange: ["none", "merger"],
  materialRequest: ["document", "equipment", "assistance"],
  deviceInquiry: ["inspection"],
  claim: ["device", "intellectualProperty"],
  incidentContact: ["person"],
  confidentialItem: ["oral", "document"],
};

/** A matter between the two sides, as far as it comes on one day; some are taken up again later. */
export function corresponding(occasion: Occasion): Wish[] {
  const { part, customerId, day } = occasion;
  const contracts = machinesOf<ContractContext>(part, "contract");
  if (contracts.length === 0) return [];
  const [{ machineId: contractId }, first] = choose(contracts, occasion.pick);
  const [kind, second] = choose(matterKinds, first);
  const [way, third] = choose<readonly string[]>(ways[kind], second);
  const [about, pick] = choose(abouts[kind], third);
  const noteId = derivedId(customerId, `matter note ${pick}`);
  const members = {
    ...{ about, contractId, noteId, files: [], fields: ["phone"], happenedOn: day, handledOn: day },
    ...{ dueOn: daysAfter(day, 10), isBound: true, isPersonalData: pick % 3 === 0 },
    ...{ loanId: derivedId(contractId, "loan"), grantsAuthority: pick % 2 === 0 },
    ground: pick % 4 === 0 ? "customersCause" : "outsideJapan",
  };
  const to = machineOf(kind, customerId, derivedId(customerId, `${kind} ${pick % 7}`));
  const { events, senders } = definitions[kind];
  return way.map((type) => {
    const event = events.parse({ type, ...members }) as MachineEvent;
    const sender = senders[type]?.includes("owner") ? "owner" : "operations";
    return ask(sender, to, event);
  });
}
