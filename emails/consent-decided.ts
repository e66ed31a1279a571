import { clauseOfConsent, consentKinds, type ConsentBase } from "./consent-kinds.ts";
import { formatDay } from "./format.ts";
import { defineMail } from "./mail.ts";

/** Props of the mail about a decision on consent. Days ISO. */
export type ConsentDecidedProps = ConsentBase & {
  asker: "customer" | "operator";
  decision: "consented" | "refused";
  decidedDay: string;
  /** The assignee's first day. */
  effectiveDay: string | null;
  /** Why the assignee is not accepted, with its item of A5.4; null where that is not the reason. */
  refusal: { ja: string; en: string; clause: string } | null;
  /** Reason or conditions. */
  text: string;
};

const ja = {
  kinds: consentKinds.ja as Record<ConsentBase["kind"], string>,
  subject: (kind: string, contract: string) => `${kind}についての回答（契約 ${contract}）`,
  preview: "回答の書面（PDF）をポータルで保存できます。",
  heading: "承諾についての回答",
  leads: {
    customer: {
      consented: (kind: string) => `${kind}を承諾いたします。条件は次のとおりです。`,
      refused: (kind: string) => `${kind}は承諾いたしかねます。理由は次のとおりです。`,
    },
    operator: {
      consented: (kind: string) => `${kind}について、お客様の承諾を受け付けました。`,
      refused: (kind: string) =>
        `${kind}について、承諾いただけない旨の回答を受け付けました。契約はこれまでどおり続きます。`,
    },
  },
  contract: "契約番号",
  decided: "回答の日",
  effective: "譲渡の効力日",
  refusal: "譲受人を承諾しない理由",
  action: "回答の書面の確認",
};

const en: typeof ja = {
  kinds: consentKinds.en,
  subject: (kind, contract) => `Decision on ${kind} (contract ${contract})`,
  preview: "The decision in writing (PDF) is in the portal.",
  heading: "Decision on consent",
  leads: {
    customer: {
      consented: (kind) => `We consent to ${kind}, under these conditions:`,
      refused: (kind) => `We cannot consent to ${kind}, for this reason:`,
    },
    operator: {
      consented: (kind) => `We have received your consent to ${kind}.`,
      refused: (kind) =>
        `We have received your refusal of ${kind}. The contract goes on as before.`,
    },
  },
  contract: "Contract number",
  decided: "Decided on",
  effective: "First day of the assignee",
  refusal: "Why the assignee is not accepted",
  action: "See the decision",
};

/** Tells the decision on a request for consent (A14.5, A31.1); the paper itself is in the portal. */
export const consentDecided = defineMail(
  { ja, en },
  (props: ConsentDecidedProps, words, locale) => {
    const kind = words.kinds[props.kind];
    return {
      subject: words.subject(kind, props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [
        words.leads[props.asker][props.decision](kind),
        ...props.text.split("\n").filter(Boolean),
      ],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.decided, value: formatDay(props.decidedDay, locale) },
        ...(props.effectiveDay
          ? [{ label: words.effective, value: formatDay(props.effectiveDay, locale) }]
          : []),
        ...(props.refusal ? [{ label: words.refusal, value: props.refusal[locale] }] : []),
      ],
      action: words.action,
      clauses: [clauseOfConsent(props.kind), ...(props.refusal ? [props.refusal.clause] : [])],
    };
  },
);
