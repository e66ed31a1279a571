import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail that confirms a cure. Days ISO. */
export type BreachCuredProps = MailBase & {
  contractNumbers: readonly string[];
  demandedDay: string;
  curedDay: string;
};

const ja = {
  subject: (contracts: string) => `是正を確認しました（契約 ${contracts}）`,
  preview: "催告は解消しました。ご契約は続きます。",
  heading: "是正を確認しました",
  lead: "先にお送りした催告について、是正を確認しました。催告は解消し、ご契約はこれまでどおり続きます。",
  contracts: "対象の契約",
  demandedDay: "催告の日",
  curedDay: "是正を確認した日",
  action: "契約の状況の確認",
  after: "ご対応ありがとうございました。",
};

const en: typeof ja = {
  subject: (contracts) => `The breach is remedied (contract ${contracts})`,
  preview: "The demand is settled. Your contract goes on.",
  heading: "The breach is remedied",
  lead: "We have confirmed that what we demanded was done. The demand is settled, and your contract goes on as before.",
  contracts: "Contracts concerned",
  demandedDay: "Day of the demand",
  curedDay: "Confirmed on",
  action: "See your contract",
  after: "Thank you for dealing with this.",
};

/** Confirms that a breach was cured (是正) and that the demand is settled (A16.1(1)). */
export const breachCured = defineMail({ ja, en }, (props: BreachCuredProps, words, locale) => ({
  subject: words.subject(props.contractNumbers.join(", ")),
  preview: words.preview,
  heading: words.heading,
  lead: [words.lead],
  facts: [
    { label: words.contracts, value: props.contractNumbers.join(", ") },
    { label: words.demandedDay, value: formatDay(props.demandedDay, locale) },
    { label: words.curedDay, value: formatDay(props.curedDay, locale) },
  ],
  action: words.action,
  after: [words.after],
  clauses: ["A16.1(1)"],
}));
