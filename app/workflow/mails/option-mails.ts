import type { MailTemplate } from "#app/gateways/mail-writer.ts";
import { taxRateOn } from "#machines/money/tax.ts";
import { share } from "#machines/money.ts";
import { dayOf } from "#machines/calendar.ts";
import { headOf, pageOf, stated, type Builder, type PropsOf } from "./contract-facts.ts";
import type { OptionMailParams, Surroundings } from "./facts.ts";

type OptionTemplate =
  | "option-declined"
  | "option-ending"
  | "option-resumed"
  | "withdrawal-asked"
  | "withdrawal-refused";

const nameOf = ({ facts }: OptionMailParams) => ({
  nameJa: facts.option.nameJa,
  nameEn: facts.option.nameEn,
});

const headOfOption = (params: OptionMailParams, around: Surroundings) => ({
  url: pageOf(params, around),
  contractNumber: around.contractNumber,
  option: nameOf(params),
});

/** The customer's notice that it asks to take back. */
const noticeOf = ({ facts }: OptionMailParams) =>
  stated(facts.ends.find(({ id }) => id === facts.said.noticeId));

function endingCause(cause: string): PropsOf<"option-ending">["cause"] {
  if (cause === "expired" || cause === "cancelled") return cause;
  if (cause === "discontinued" || cause === "restricted") return cause;
  throw new Error(`An option's end is not ${cause}.`);
}

/** Mails that an option writes itself (A9). */
export const optionMails = {
  "option-declined": (params, around) => ({
    ...headOfOption(params, around),
    declinedDay: params.day,
  }),
  "option-ending": (params, around) => {
    const { ends, term } = params.facts;
    const { cause, clause, noticeDay, endDay } = stated(ends.at(-1));
    return {
      ...headOfOption(params, around),
      ...{ cause: endingCause(cause), clause, noticeDay, endDay },
      renewsFirst: term !== null && endDay > term.end,
    };
  },
  "option-resumed": (params, around) => ({
    ...headOfOption(params, around),
    resumedDay: params.day,
    remainingEndDay: params.facts.pendingEnd?.endDay ?? null,
  }),
  "withdrawal-asked": (params, around) => {
    const { by, endDay } = noticeOf(params);
    return { ...headOfOption(params, around), by, askedDay: params.day, endDay };
  },
  "withdrawal-refused": (params, around) => ({
    ...headOfOption(params, around),
    refusedDay: params.day,
    endDay: noticeOf(params).endDay,
  }),
} satisfies {
  [Template in OptionTemplate]: (
    params: OptionMailParams,
    around: Surroundings,
  ) => PropsOf<Template>;
};

/** The contract's own mail about an option that joined it, with its first fee. */
export const optionAddedMail = {
  "option-added": (params, around) => {
    const { options, charged, said } = params.facts;
    const option = stated(options.find(({ optionId }) => optionId === said.optionId));
    const first = charged.find(({ itemId }) => itemId === option.optionId);
    const startDay = stated(option.addedOn);
    const net = first?.amount ?? option.annualPrice;
    const ratePercent = first?.ratePercent ?? taxRateOn(dayOf(startDay));
    return {
      ...headOf(params, around),
      option: { nameJa: option.nameJa, nameEn: option.nameEn },
      startDay,
      untilDay: first?.to ?? params.facts.term?.end ?? startDay,
      fee: net + share(net, ratePercent, 100),
    };
  },
} satisfies { [Template in MailTemplate]?: Builder<Template> };
