import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail that an assignment does not happen. Days ISO. */
export type AssignmentOffProps = MailBase & {
  reader: "assignor" | "assignee";
  cause: "withdrawn" | "refused" | "calledOff" | "fellThrough";
  by: "assignor" | "assignee" | "operator" | null;
  /** The assignor's contract; empty for the assignee. */
  contractNumber: string;
  offDay: string;
  /** The day that was agreed; null where none was or the reader did not know it. */
  effectiveDay: string | null;
  /** Why the assignee is not accepted, with its item of A5.4. */
  refusal: { ja: string; en: string; clause: string } | null;
  /** The reason in the words of whoever gave it; empty where there is none. */
  text: string;
};

const ja = {
  subject: (contract: string) =>
    `契約上の地位の譲渡の取りやめ${contract ? `（契約 ${contract}）` : ""}`,
  preview: "予定されていた譲渡は行われません。",
  heading: "契約上の地位の譲渡は行われません",
  causes: {
    withdrawn: "譲渡の請求が取り下げられたため、契約の引受けのお願いを取り消します。",
    refused: "譲渡を承諾しないこととしたため、契約の引受けのお願いを取り消します。",
    calledOff: "予定されていた契約上の地位の譲渡は、取りやめとなりました。",
    fellThrough:
      "契約が別の事由により先に終了したため、予定されていた契約上の地位の譲渡は行われません。",
  },
  goesOn: "契約は、これまでどおり続きます。",
  freed: "引受けの同意は効力を失いました。お客様に料金は発生しません。",
  by: "取りやめの申出",
  sides: { assignor: "譲渡人", assignee: "譲受人", operator: "当社" },
  contract: "契約番号",
  off: "取りやめの日",
  effective: "予定されていた効力日",
  refusal: "譲受人を承諾しない理由",
  reason: "理由",
  action: "内容の確認",
};

const en: typeof ja = {
  subject: (contract) => `The assignment is off${contract ? ` (contract ${contract})` : ""}`,
  preview: "The assignment that was planned does not take place.",
  heading: "The assignment does not take place",
  causes: {
    withdrawn:
      "The request to assign the contract was withdrawn, so you are no longer asked to take it over.",
    refused:
      "We did not consent to the assignment, so you are no longer asked to take the contract over.",
    calledOff: "The assignment of the contract that was planned has been called off.",
    fellThrough:
      "The contract has ended for another reason, so the assignment that was planned does not take place.",
  },
  goesOn: "The contract goes on as before.",
  freed: "Your agreement to take it over has lapsed. Nothing is charged to you.",
  by: "Called off by",
  sides: { assignor: "The assignor", assignee: "The assignee", operator: "The operator" },
  contract: "Contract number",
  off: "Off since",
  effective: "Day that was planned",
  refusal: "Why the assignee is not accepted",
  reason: "Reason",
  action: "See the details",
};

/** Tells both sides of an assignment (契約上の地位の譲渡) that it does not happen, by whose word and why (A31.1). */
export const assignmentOff = defineMail({ ja, en }, (props: AssignmentOffProps, words, locale) => {
  const { reader, cause, by, refusal, contractNumber, effectiveDay, text } = props;
  const outcome = reader === "assignee" ? [words.freed] : [];
  const goesOn = reader === "assignor" && cause !== "fellThrough" ? [words.goesOn] : [];
  return {
    subject: words.subject(contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.causes[cause], ...outcome, ...goesOn],
    facts: [
      ...(contractNumber ? [{ label: words.contract, value: contractNumber }] : []),
      { label: words.off, value: formatDay(props.offDay, locale) },
      ...(effectiveDay ? [{ label: words.effective, value: formatDay(effectiveDay, locale) }] : []),
      ...(cause === "calledOff" && by ? [{ label: words.by, value: words.sides[by] }] : []),
      ...(refusal ? [{ label: words.refusal, value: refusal[locale] }] : []),
      ...(text ? [{ label: words.reason, value: text }] : []),
    ],
    action: words.action,
    clauses: refusal ? ["A31.1", refusal.clause] : ["A31.1"],
  };
});
