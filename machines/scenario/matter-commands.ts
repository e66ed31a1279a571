import { z } from "zod";
import { machineId } from "../engine/fields.ts";
import { matterKinds, type MatterKind } from "../matters/kinds.ts";
import { claimEvents, claimSenders } from "../claim/events.ts";
import { confidentialItemEvents, confidentialItemSenders } from "../confidential-item/events.ts";
import { deviceInquiryEvents, deviceInquirySenders } from "../device-inquiry/events.ts";
import { incidentContactEvents, incidentContactSenders } from "../incident-contact/events.ts";
import { informationChangeEvents, informationChangeSenders } from "../information-change/events.ts";
import { materialRequestEvents, materialRequestSenders } from "../material-request/events.ts";
import type { Sender } from "../engine/actor.ts";
import { loanIdOf } from "../device/loan-id.ts";
import {
  command,
  contract,
  contractIdOf,
  idOf,
  name,
  optionIdOf,
  senderFrom,
  type ScenarioCommand,
} from "./command.ts";

interface Kind {
  shapes: readonly { shape: z.ZodRawShape & { type: z.ZodLiteral<string> } }[];
  senders: Readonly<Record<string, readonly Sender[]>>;
}

const kinds: Record<MatterKind, Kind> = {
  informationChange: { shapes: informationChangeEvents.options, senders: informationChangeSenders },
  materialRequest: { shapes: materialRequestEvents.options, senders: materialRequestSenders },
  deviceInquiry: { shapes: deviceInquiryEvents.options, senders: deviceInquirySenders },
  claim: { shapes: claimEvents.options, senders: claimSenders },
  incidentContact: { shapes: incidentContactEvents.options, senders: incidentContactSenders },
  confidentialItem: { shapes: confidentialItemEvents.options, senders: confidentialItemSenders },
};

/** A scenario has no words: any id stands for them; files are none unless it names some. */
const withDefaults: z.ZodRawShape = {
  noteId: machineId.default("0199aaaa-0000-7000-8000-0000000000a3"),
  ...{ grantsAuthority: z.boolean().default(false), isPersonalData: z.boolean().default(false) },
  isBound: z.literal(true).default(true),
};
/** The lent device, by the place of its option in the orders (from 1). */
const option = z.int().min(1).max(99).optional();

/** An event that a matter takes; matters are called by names, contracts and devices as elsewhere. */
function toMatter(kind: MatterKind, type: string): ScenarioCommand {
  const { shapes, senders } = kinds[kind];
  const { type: _type, ...members }: z.ZodRawShape =
    shapes.find(({ shape }) => shape.type.value === type)?.shape ?? {};
  const own = Object.entries(members).flatMap(([member, schema]) => {
    if (member === "contractId" || member === "loanId") return [];
    if (member === "files" && schema instanceof z.ZodArray) return [[member, schema.default([])]];
    return [[member, withDefaults[member] ?? schema]];
  });
  const fields: z.ZodRawShape = {
    matter: name,
    ...("contractId" in members ? { contract } : {}),
    ...("loanId" in members ? { option } : {}),
    ...Object.fromEntries(own),
  };
  const sender = senderFrom(senders[type] ?? [], type);
  return command(fields, ({ matter, contract: to, option: place, ...rest }, scene) => {
    const contractId = contractIdOf(scene.customerId, String(to));
    const loanId = place === undefined ? null : loanIdOf(optionIdOf(contractId, Number(place)));
    const event = {
      ...{ type, ...rest },
      ...("contractId" in members ? { contractId } : {}),
      ...("loanId" in members ? { loanId } : {}),
    };
    return [{ sender, kind, machineId: idOf(scene, "matter", String(matter)), event }];
  });
}

const isPersons = (senders: readonly Sender[]) =>
  senders.some((sender) => sender !== "machine" && sender !== "timer");

/** Commands of matters, each called by its kind and its event, such as `claim.report`. */
export const matterCommands: Readonly<Record<string, ScenarioCommand>> = Object.fromEntries(
  matterKinds.flatMap((kind) =>
    Object.entries(kinds[kind].senders)
      .filter(([, senders]) => isPersons(senders))
      .map(([type]) => [`${kind}.${type}`, toMatter(kind, type)]),
  ),
);
