import { contract, type Samples } from "./base.ts";

const work = {
  ...contract,
  option: { nameJa: "初期設定作業", nameEn: "Initial Setup Work" },
  completedDay: "2025-04-08",
};

/** Mails about the inspection of work. */
export const inspectionSamples = {
  "work-reported": { ...work, reportedDay: "2025-04-10", lastDay: "2025-04-17" },
  "inspection-reminder": { ...work, lastDay: "2025-04-17" },
  "inspection-overdue": { ...work, lastDay: "2025-04-17" },
  "work-objected": { ...work, objectedDay: "2025-04-12" },
  "work-accepted": { ...work, acceptedDay: "2025-05-02" },
} satisfies Partial<Samples>;
