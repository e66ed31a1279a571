import type { Bilingual, Clause } from "./articles.ts";

/** A reason for which the operator answers for no damage while the service is interrupted (中断). */
export interface InterruptionReason {
  clause: Clause;
  label: Bilingual;
  /** The clause by which fees stay owed all the same. */
  feeClause: Clause;
}

const labels: readonly Bilingual[] = [
  {
    ja: "天災、法令、停電、通信や機械の故障などの不可抗力",
    en: "Force majeure: nature, law, power, or a breakdown of machines or lines",
  },
  {
    ja: "通信回線の障害によるお客様のデータの消失",
    en: "Loss of a customer's data through a failure of lines",
  },
  {
    ja: "当社の責任によらないシステム障害による、データの不着や遅れ",
    en: "Data that arrive late or not at all through a fault that is not ours",
  },
  { ja: "計画メンテナンス", en: "Planned maintenance" },
  {
    ja: "行政機関や司法機関の命令",
    en: "An order of an authority or a court",
  },
  {
    ja: "サービスの土台となる他社のサービスの不具合",
    en: "A fault of another provider's service on which ours stands",
  },
  {
    ja: "権限のない利用、または第三者による攻撃や不正行為",
    en: "Use without authority, or an attack or misconduct of others",
  },
];

/** The reasons of A22.5(1) to (7), and that of A22.4. */
export const interruptionReasons: readonly InterruptionReason[] = [
  ...labels.map((label, at) => ({
    clause: `A22.5(${at + 1})` as Clause,
    label,
    feeClause: "A22.5" as const,
  })),
  {
    clause: "A22.4",
    label: {
      ja: "お客様のNDR製品に関わる回線障害やメンテナンス",
      en: "A line failure or maintenance that concerns the customer's NDR product",
    },
    feeClause: "A22.4",
  },
];
