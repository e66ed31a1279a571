import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the formal demand to cure a breach. Days ISO. */
export type BreachDemandProps = MailBase & {
  contractNumbers: readonly string[];
  demandedDay: string;
  /** The last day of the period. */
  untilDay: string;
  /** What is to be done, in the words of staff. */
  demanded: string;
};

const ja = {
  subject: (until: string) => `【催告】${until}までに是正をお願いします`,
  preview: (until: string) => `期限は${until}の24時です。`,
  heading: "是正のお願い（催告）",
  lead: (until: string) =>
    `約款に違反する状態が確認されたため、約款に基づき、${until}の24時までに次の内容を是正されるよう催告いたします。`,
  contracts: "対象の契約",
  demanded: "是正していただく内容は次のとおりです。",
  day: "催告の日",
  until: "是正の期限",
  warning:
    "期限までに是正されない場合、お客様のすべての契約を解除することがあります。その場合、未払いの料金はすべて直ちにお支払いいただく必要があり、お支払済みの料金はお返ししません。",
  action: "契約の状況の確認",
  after: "是正が済みましたら、またはご不明な点がございましたら、お問い合わせください。",
};

const en: typeof ja = {
  subject: (until) => `Formal demand: please remedy this by ${until}`,
  preview: (until) => `The period ends on ${until} at 24:00.`,
  heading: "Formal demand to remedy a breach",
  lead: (until) =>
    `We have found a breach of the terms. Under the terms we demand that you remedy the following by ${until}, 24:00 (Japan time).`,
  contracts: "Contracts concerned",
  demanded: "This is what to remedy:",
  day: "Day of the demand",
  until: "To be remedied by",
  warning:
    "If this is not remedied in time we may terminate all your contracts. All unpaid fees are then payable at once, and fees already paid are not refunded.",
  action: "See your contract",
  after: "Please tell us once it is done, or ask us if anything is unclear.",
};

/** The formal demand (催告) with its period and what to do, before a termination (A16.1(1)). */
export const breachDemand = defineMail({ ja, en }, (props: BreachDemandProps, words, locale) => {
  const until = formatDay(props.untilDay, locale);
  return {
    subject: words.subject(until),
    preview: words.preview(until),
    heading: words.heading,
    // Staff write it in as many lines as it takes.
    lead: [words.lead(until), words.demanded, ...props.demanded.split("\n")],
    facts: [
      { label: words.until, value: until },
      { label: words.contracts, value: props.contractNumbers.join(", ") },
      { label: words.day, value: formatDay(props.demandedDay, locale) },
    ],
    warning: words.warning,
    action: words.action,
    after: [words.after],
    clauses: ["A16.1(1)", "A16.2", "A17.2"],
  };
});
