import { contract, type Samples } from "./base.ts";

const device = {
  ...contract,
  option: { nameJa: "モニタリングVPN接続オプション", nameEn: "Monitoring VPN Connection Option" },
  serialNumber: "VPN-240001",
  finding: null,
};
const parcel = "Yamato 1234-5678-9012";
const site = "HQ 〒105-0011 Tokyo 4-2-8";
const move = { wishedDay: "2025-06-20", newSite: site };

/** Mails about lent devices. */
export const deviceSamples = {
  "device-shipped": { ...device, facts: { parcel, site } },
  "device-lost-in-transit": { ...device, finding: "customer", facts: { parcel } },
  "installation-reminder": { ...device, facts: { site } },
  "relocation-received": { ...device, facts: move },
  "relocation-approved": {
    ...device,
    facts: { ...move, note: "Switch it off first." },
  },
  "relocation-refused": { ...device, facts: { ...move, note: "There is no line." } },
  "fault-received": { ...device, facts: { note: "It does not start." } },
  "device-exchanged": { ...device, facts: {} },
  "loss-received": { ...device, facts: { lostOn: "2025-06-04", note: "Burnt." } },
  "loss-decided": { ...device, finding: "customer", facts: { lostOn: "2025-06-04" } },
  "return-instructions": { ...device, facts: { endDay: "2026-03-31", returnDue: "2026-04-30" } },
  "return-reminder": { ...device, facts: { endDay: "2026-03-31", returnDue: "2026-04-30" } },
  "return-overdue": { ...device, facts: { returnDue: "2026-04-30" } },
  "recovery-started": { ...device, facts: { returnDue: "2026-04-30" } },
  "device-received": { ...device, facts: { backOn: "2026-04-20" } },
} satisfies Partial<Samples>;
