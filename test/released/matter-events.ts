import type { MatterContext } from "#machines/matters/context.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";

const otherId = "0199aaaa-0000-7000-8000-0000000000f1";
const file = { fileId: otherId, sha256: "a".repeat(64) };
/** Before the day of the walk, and after it. */
const [past, coming] = ["2025-03-01", "2026-12-01"];
const words = { noteId: otherId };
const written = { ...words, files: [] };
const days = [past, coming];

const say = (types: readonly string[], members: object = {}): MachineEvent[] =>
  types.map((type) => ({ type, ...members }));

/** What can be said again and again is said once: else the walk would have no end. */
const once = (context: MatterContext, events: MachineEvent[]) =>
  context.files.length === 0 ? events : [];

const asked = (kinds: readonly string[], more: object = {}) =>
  kinds.flatMap((about) =>
    days.flatMap((dueOn) =>
      say(["ask"], { ...written, ...more, about, contractId: otherId, dueOn }),
    ),
  );

const disclosures = ["document", "oral"].flatMap((about) =>
  [false, true].flatMap((isPersonalData) =>
    [...days, "2024-06-01"].flatMap((happenedOn) =>
      say(["disclose", "discloseToCustomer"], {
        ...{ ...written, about, contractId: otherId, happenedOn, isPersonalData },
      }),
    ),
  ),
);

/** Every event that each kind of matter may meet in the walk. */
export const matterOffers: Record<MatterKind, (context: MatterContext) => MachineEvent[]> = {
  informationChange: (context) => [
    ...[[], [file]].flatMap((files) =>
      [["phone"], ["companyName"]].flatMap((fields) =>
        days.flatMap((happenedOn) =>
          say(["report"], { about: "merger", happenedOn, fields, noteId: null, files }),
        ),
      ),
    ),
    ...say(["askEvidence", "refuse"], words),
    ...once(context, say(["addEvidence"], { ...words, files: [file] })),
    ...say(["apply", "withdraw"]),
  ],
  materialRequest: (context) => [
    ...asked(["assistance", "document"]),
    ...say(["offer"], { ...written, about: "document", contractId: otherId }),
    ...say(["offer"], { ...written, about: "assistance", contractId: otherId }),
    ...once(context, say(["provide"], { ...words, files: [file] })),
    ...say(["accept", "withdraw", "withdrawOffer", "release", "contractEnded"]),
    ...days.flatMap((dueOn) => say(["askAgain"], { ...words, dueOn })),
    ...say(["askReturn"], words),
    ...[...days, "2025-03-05"].flatMap((handledOn) =>
      say(["giveBack", "dispose"], { ...words, handledOn }),
    ),
  ],
  deviceInquiry: (context) => [
    ...asked(["inspection"], { loanId: otherId }),
    ...once(context, say(["answer"], { ...words, files: [file] })),
    ...say(["accept", "withdraw"]),
    ...days.flatMap((dueOn) => say(["askAgain"], { ...words, dueOn })),
  ],
  claim: (context) => [
    ...["device", "intellectualProperty"].flatMap((about) =>
      [false, true].flatMap((grantsAuthority) =>
        days.flatMap((happenedOn) => {
          const members = { about, grantsAuthority, happenedOn, contractId: otherId, loanId: null };
          return say(["report"], { ...written, ...members });
        }),
      ),
    ),
    ...once(context, say(["supplement"], { ...words, files: [file], grantsAuthority: true })),
    ...say(["acknowledge"]),
    ...say(["defend", "close"], words),
    ...["customersCause", "outsideJapan"].flatMap((ground) =>
      say(["exclude"], { ...words, ground }),
    ),
  ],
  incidentContact: () => [
    ...say(["name"], { contractId: otherId, isBound: true }),
    ...say(["remove"]),
  ],
  confidentialItem: (context) => [
    ...disclosures,
    ...once(context, say(["confirm", "confirmToCustomer"], { ...words, files: [file] })),
    ...say(["notifyCompelled", "notifyCompelledToCustomer"], words),
  ],
};
