import { contract, option, type Samples } from "./base.ts";

/** Mails about an option. */
export const optionSamples = {
  "option-added": {
    ...contract,
    ...option,
    startDay: "2025-09-15",
    untilDay: "2026-03-31",
    fee: 231_000,
  },
  "option-declined": {
    ...contract,
    ...option,
    declinedDay: "2025-09-16",
  },
  "option-ending": {
    ...contract,
    ...option,
    cause: "cancelled",
    clause: "A17.1",
    noticeDay: "2026-02-28",
    endDay: "2026-04-30",
    renewsFirst: true,
  },
  "option-resumed": {
    ...contract,
    ...option,
    resumedDay: "2026-03-10",
    remainingEndDay: "2026-06-30",
  },
} satisfies Partial<Samples>;
