import { base, type Samples } from "./base.ts";

/** Mails about a breach. */
export const breachSamples = {
  "breach-demand": {
    ...base,
    contractNumbers: ["C000042-01", "C000042-02"],
    demandedDay: "2026-03-02",
    untilDay: "2026-03-16",
    demanded: "NS-4200-01",
  },
  "breach-cured": {
    ...base,
    contractNumbers: ["C000042-01"],
    demandedDay: "2026-03-02",
    curedDay: "2026-03-10",
  },
} satisfies Partial<Samples>;
