import type { notices as ja } from "../ja/notices.ts";

export const notices: typeof ja = {
  affected: {
    title: (customers, contracts) =>
      `Customers concerned (${customers}, with ${contracts} contracts)`,
    none: "No contract is concerned.",
    customer: "Company",
    contract: "Contract",
    part: "What is concerned",
    whole: "The whole contract",
    options: (codes) => `Options only (${codes})`,
    separator: ", ",
    end: "Planned end",
  },
  deliveries: {
    title: "Customers told",
    none: "Nobody has been told yet.",
    customer: "Company",
    mail: "Notice",
    at: "Time",
    state: "Delivery",
    mails: {
      "maintenance-planned": "Maintenance planned",
      "maintenance-changed": "Maintenance changed",
      "maintenance-cancelled": "Maintenance cancelled",
      "restriction-planned": "Restriction announced",
      "restriction-started": "Restriction begun",
      "restriction-changed": "Restriction changed",
      "restriction-over": "Restriction lifted",
      "restriction-cancelled": "Restriction cancelled",
    },
    states: {
      pending: "To be sent",
      sent: "Sent",
      delivered: "Delivered",
      delayed: "Delayed",
      bounced: "Bounced",
      failed: "Failed",
      complained: "Reported as spam",
      suppressed: "Address is blocked",
      unknown: "Being looked up",
      unresolved: "Not known",
      dead: "Could not be sent",
    },
  },
};
