import type { MailTemplate } from "#app/gateways/mail-writer.ts";
import { headOf, isStillStopped, stated, type Builder } from "./contract-facts.ts";
import type { ContractMailParams } from "./facts.ts";

/** The kind of cause that a suspension has or had: payment lifts one for unpaid fees of itself. */
const kindOf = ({ facts }: ContractMailParams) => facts.said.cause?.kind ?? "nonPayment";

/** Mails about a service that is suspended or restricted, and runs again. */
export const standingMails = {
  "service-suspended": (params, around) => ({
    ...headOf(params, around),
    cause: kindOf(params),
    suspendedDay: params.day,
  }),
  "suspension-lifted": (params, around) => ({
    ...headOf(params, around),
    cause: kindOf(params),
    liftedDay: params.day,
    isStillStopped: isStillStopped(params),
  }),
  "service-restricted": (params, around) => ({
    ...headOf(params, around),
    clause: stated(params.facts.restrictions.at(-1)).clause,
    restrictedDay: params.day,
    words: around.restriction ?? null,
  }),
  "restriction-lifted": (params, around) => ({
    ...headOf(params, around),
    liftedDay: params.day,
    isStillStopped: isStillStopped(params),
  }),
} satisfies { [Template in MailTemplate]?: Builder<Template> };
