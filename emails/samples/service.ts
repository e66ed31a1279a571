import { base, contract, type Samples } from "./base.ts";

const restriction = {
  ...base,
  clause: "A19.1(4)",
  feeClause: "A19.3",
  reasonJa: "設備の障害",
  reasonEn: "A failure of the facilities",
  textJa: "監視基盤の一部に障害が起きています。",
  textEn: "A part of the monitoring platform has failed.",
  startsAt: "2026-02-01T03:00:00.000Z",
  endsAt: "2026-02-03T00:00:00.000Z",
  liftedAt: null,
  menus: [{ nameJa: "ログ長期保管オプション", nameEn: "Long-Term Log Storage Option" }],
  contractNumbers: ["C000042-01", "C000042-02"],
};
const maintenance = {
  ...base,
  titleJa: "監視基盤の定期メンテナンス",
  titleEn: "Regular maintenance of the monitoring platform",
  textJa: "検知の記録は続きます。",
  textEn: "Detections are still recorded.",
  startsAt: "2026-01-17T14:00:00.000Z",
  endsAt: "2026-01-17T20:00:00.000Z",
  menus: [{ nameJa: "NDR監視 基本メニュー", nameEn: "Managed NDR Basic Menu" }],
  contractNumbers: ["C000042-01"],
};

/** Mails about restrictions, maintenance and suspensions of the service. */
export const serviceSamples = {
  "restriction-planned": restriction,
  "restriction-started": { ...restriction, endsAt: null },
  "restriction-changed": restriction,
  "restriction-over": { ...restriction, liftedAt: "2026-02-02T05:30:00.000Z" },
  "restriction-cancelled": restriction,
  "maintenance-planned": maintenance,
  "maintenance-changed": {
    ...maintenance,
    before: { startsAt: "2026-01-10T14:00:00.000Z", endsAt: "2026-01-10T20:00:00.000Z" },
  },
  "maintenance-cancelled": {
    ...maintenance,
    reasonJa: "作業の準備が整わないため",
    reasonEn: "The preparations could not be completed",
  },
  "service-suspended": { ...contract, cause: "nonPayment", suspendedDay: "2025-07-01" },
  "suspension-lifted": {
    ...contract,
    cause: "breach",
    liftedDay: "2025-07-15",
    isStillStopped: true,
  },
  "service-restricted": {
    ...contract,
    clause: "A19.1(4)",
    restrictedDay: "2025-08-31",
    words: restriction,
  },
  "restriction-lifted": { ...contract, liftedDay: "2025-09-02", isStillStopped: false },
} satisfies Partial<Samples>;
