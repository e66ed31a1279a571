import type { DeviceContext } from "#machines/device/context.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { ask, choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

type Target = Parameters<typeof ask>[1];

/** A device of the stock comes to a loan: the stock itself lives under the operator's id. */
function allocation({ customerId, pick }: Occasion, loan: Target): Wish {
  const stockDeviceId = derivedId(customerId, `stock device ${pick % 5}`);
  const event = { type: "allocate", stockDeviceId, serialNumber: `VPN-${pick % 5}000` };
  return { ...loan, actor: { kind: "machine", machineId: stockDeviceId }, event };
}

const parcel = { carrier: "yamato", trackingNumber: "1234-5678" };

/** Everything that people may say of a loan today. */
function saidOfLoan(occasion: Occasion, loan: Target): Wish[] {
  const { customerId, pick, day } = occasion;
  const noteId = derivedId(customerId, `note ${pick}`);
  const siteId = derivedId(customerId, `site ${pick}`);
  const staff = (event: MachineEvent) => ask("operations", loan, event);
  const owner = (event: MachineEvent) => ask("owner", loan, event);
  const finding = pick % 2 === 0 ? "customer" : "operator";
  return [
    allocation(occasion, loan),
    staff({ type: "unallocate" }),
    staff({ type: "ship", siteId, ...parcel }),
    staff({ type: "loseInTransit", finding }),
    owner({ type: "confirmDelivery", deliveredOn: day }),
    owner({ type: "confirmInstallation" }),
    owner({ type: "requestRelocation", relocationId: siteId, siteId, wishedDay: day }),
    ...["withdrawRelocation", "beginMove"].map((type) => owner({ type })),
    ...["approveRelocation", "refuseRelocation"].map((type) => staff({ type, noteId })),
    owner({ type: "confirmMove", movedOn: day }),
    owner({ type: "reportFault", noteId }),
    ...["startRepair", "startReplacement", "closeFault", "takeIn"].map((type) => staff({ type })),
    owner({ type: "reportLoss", noteId, lostOn: day }),
    staff({ type: "dismissLoss" }),
    staff({ type: "confirmLoss", finding }),
    owner({ type: "find", foundOn: day }),
    owner({ type: "handToCarrier", handedOn: day, ...parcel }),
    ...["receive", "recover"].map((type) => staff({ type, backOn: day })),
    staff({ type: "startRecovery" }),
    staff({ type: "check", isDamaged: pick % 2 === 0 }),
    ask("finance", loan, { type: "settleCharge", chargeNo: 1 + (pick % 2), by: "waiver", noteId }),
  ];
}

/** The usual way of a device to its site, seldom broken off on the way. */
function lent(occasion: Occasion, loan: Target): Wish[] {
  const types = ["allocate", "ship", "confirmDelivery", "confirmInstallation"];
  const said = saidOfLoan(occasion, loan).filter(({ event }) => types.includes(event.type));
  return occasion.pick % 4 === 0 ? said.slice(0, 1 + (occasion.pick % 3)) : said;
}

/** A matter of a lent device, from its beginning to one of its ends. */
function matter(occasion: Occasion, loan: Target): Wish[] {
  const [types] = choose(
    [
      ["requestRelocation", "approveRelocation", "beginMove", "confirmMove"],
      ["requestRelocation", "approveRelocation", "confirmMove"],
      ["requestRelocation", "refuseRelocation"],
      ["reportFault", "startRepair", "startReplacement", "takeIn"],
      ["reportFault", "startRepair", "closeFault"],
      ["reportLoss", "confirmLoss", "find"],
      ["reportLoss", "dismissLoss"],
      ["handToCarrier", "receive", "check", "settleCharge"],
      ["startRecovery", "recover", "check", "settleCharge"],
    ],
    occasion.pick,
  );
  const said = saidOfLoan(occasion, loan);
  return types.flatMap((type) => said.find(({ event }) => event.type === type) ?? []);
}

/** What is said of completed work (A11). */
function inspected({ customerId, pick, day }: Occasion, work: Target): Wish[] {
  const noteId = derivedId(customerId, `work note ${pick}`);
  const report = ask("operations", work, { type: "reportCompletion", completedOn: day, noteId });
  const answer = (type: string) => ask("owner", work, { type, noteId });
  const ways = [[report], [report, answer("acceptWork")], [report, answer("objectToWork")]];
  return choose(
    [...ways, [report], [report], [answer("acceptWork")], [answer("objectToWork")]],
    Math.floor(pick / 7),
  )[0];
}

/** Something about a lent device, or about work that is done for the customer. */
export function lending(occasion: Occasion): Wish[] {
  const { part, pick } = occasion;
  const loans = machinesOf<DeviceContext>(part, "device");
  const works = machinesOf<OptionContext>(part, "option").filter(
    ({ snapshot: { value } }) => value === "working" || value === "inspecting",
  );
  const all = [...loans, ...works, ...works];
  if (all.length === 0) return [];
  const [{ snapshot: _, ...target }, rest] = choose(all, pick);
  const here = { ...occasion, pick: rest };
  if (target.kind === "option") return inspected(here, target);
  const [kind, more] = choose(["lent", "matter", "matter", "any"] as const, rest);
  const then = { ...occasion, pick: more };
  if (kind === "lent") return lent(then, target);
  if (kind === "matter") return matter(then, target);
  return [choose(saidOfLoan(then, target), more)[0]];
}
