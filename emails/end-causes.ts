/** What brought a contract to its end. */
export type EndCause =
  | "expired"
  | "cancelledByCustomer"
  | "cancelledByOperator"
  | "terminated"
  | "antiSocial"
  | "restricted"
  | "discontinued"
  | "assigned";

/** The clause each cause rests on. */
export const causeClauses: Record<EndCause, string> = {
  expired: "A10.2",
  cancelledByCustomer: "A17.1",
  cancelledByOperator: "A17.1",
  terminated: "A16.1",
  antiSocial: "A32.3",
  restricted: "A19.4",
  discontinued: "A20.2",
  assigned: "A31",
};

/** The causes as the Japanese mail names them. */
export const causesJa: Record<EndCause, string> = {
  expired: "利用期間の満了",
  cancelledByCustomer: "お客様による中途解約",
  cancelledByOperator: "当社による中途解約",
  terminated: "当社による解除",
  antiSocial: "反社会的勢力の排除に関する条項による解除",
  restricted: "長期の利用制限に伴う解除",
  discontinued: "サービスの廃止",
  assigned: "契約上の地位の譲渡",
};

/** The causes as the English mail names them. */
export const causesEn: Record<EndCause, string> = {
  expired: "End of the term",
  cancelledByCustomer: "Mid-term cancellation by you",
  cancelledByOperator: "Mid-term cancellation by us",
  terminated: "Termination by us",
  antiSocial: "Termination under the clause on anti-social forces",
  restricted: "Termination after a long restriction of the service",
  discontinued: "Discontinuation of the service",
  assigned: "Assignment of the contract",
};
