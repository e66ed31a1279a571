import type { Bilingual, Clause } from "./articles.ts";

/** The nine reasons for which an order may be rejected (申込みの謝絶), in the order of A5.4. */
export const rejectionReasons = [
  "notFeasible",
  "paymentDoubtful",
  "falseStatement",
  "unlawfulUse",
  "harmToReputation",
  "harmToOtherUsers",
  "earlierBreach",
  "measureMissing",
  "otherHindrance",
] as const;

/** Key of one of the nine reasons. */
export type RejectionReason = (typeof rejectionReasons)[number];

/** What staff choose from and the applicant reads, in the portal's own words. */
export const rejectionLabels: Readonly<Record<RejectionReason, Bilingual>> = {
  notFeasible: {
    ja: "技術面または採算面でサービスの提供が難しいため",
    en: "Providing the service is not technically or commercially feasible",
  },
  paymentDoubtful: {
    ja: "料金のお支払いに懸念があるため",
    en: "There is doubt that the fees will be paid",
  },
  falseStatement: {
    ja: "申込み内容に事実と異なる点があるため",
    en: "The order contains a statement that is not true",
  },
  unlawfulUse: {
    ja: "法令や社会の規範に反する利用が懸念されるため",
    en: "Use against the law or public morals is to be feared",
  },
  harmToReputation: {
    ja: "当社またはサービスの信用を損なう利用が懸念されるため",
    en: "Use that would harm the reputation of the operator or its service is to be feared",
  },
  harmToOtherUsers: {
    ja: "ほかの利用者の妨げとなる利用が懸念されるため",
    en: "Use that would disturb other users is to be feared",
  },
  earlierBreach: {
    ja: "以前のご契約で違反があったため",
    en: "An earlier contract was breached",
  },
  measureMissing: {
    ja: "利用開始に必要な手続きや準備が済んでいないため",
    en: "A step that is needed before the service can be used was not taken",
  },
  otherHindrance: {
    ja: "そのほか業務の運営に支障があるため",
    en: "Another hindrance to running the service",
  },
};

/** The item of A5.4 that a reason stands for, (1) to (9). */
export function clauseOfReason(reason: RejectionReason): Clause {
  return `A5.4(${rejectionReasons.indexOf(reason) + 1})`;
}

/** The reasons that staff are prompted with: item (7) where any breach of the same company is on record. */
export function promptedReasons(recordedBreaches: number): RejectionReason[] {
  return recordedBreaches > 0 ? ["earlierBreach"] : [];
}
