import type { RestrictionContext } from "#machines/restriction/context.ts";
import { restrictionReason } from "#machines/terms/a19-restriction.ts";
import type { MaintenanceContext } from "#machines/maintenance/machine.ts";
import type { NamedMenu } from "#machines/engine/notify-customers.ts";
import type { MailTemplate } from "#app/gateways/mail-writer.ts";
import type { PropsOf } from "./contract-mails.ts";
import type { NoticeMailParams } from "./facts.ts";

type Builder<Template extends MailTemplate> = (
  params: NoticeMailParams,
  appUrl: string,
) => PropsOf<Template>;

/** What a maintenance window told of itself when it decided to write. */
type WindowFacts = Pick<
  MaintenanceContext,
  "startsAt" | "endsAt" | "titleJa" | "titleEn" | "textJa" | "textEn" | "reasonJa" | "reasonEn"
> & { menus: NamedMenu[]; before: { startsAt: string; endsAt: string } | null };

const numbersOf = ({ contracts }: NoticeMailParams) => contracts.map(({ number }) => number);

function windowProps(params: NoticeMailParams, appUrl: string) {
  const {
    before: _,
    reasonJa: __,
    reasonEn: ___,
    ...facts
  } = params.facts as unknown as WindowFacts;
  const url = `${appUrl}/maintenance#maintenance-${params.noticeId}`;
  return { ...facts, url, contractNumbers: numbersOf(params) };
}

/** What a restriction told of itself when it decided to write. */
type RestrictionFacts = Pick<
  RestrictionContext,
  "clause" | "startsAt" | "endsAt" | "liftedAt" | "textJa" | "textEn"
> & { menus: NamedMenu[] };

function restrictionProps(params: NoticeMailParams, appUrl: string) {
  const facts = params.facts as unknown as RestrictionFacts;
  const reason = restrictionReason(facts.clause);
  if (!reason) throw new Error(`No restriction rests on ${facts.clause}.`);
  const { label, feeClause } = reason;
  return {
    ...{ ...facts, feeClause, reasonJa: label.ja, reasonEn: label.en },
    ...{ url: `${appUrl}/portal`, contractNumbers: numbersOf(params) },
  };
}

/** What each mail about something of the operator's that concerns many customers says. */
export const noticeMails = {
  "maintenance-planned": windowProps,
  "maintenance-changed": (params, appUrl) => {
    const { before } = params.facts as unknown as WindowFacts;
    if (!before) throw new Error("A mail about a change lacks what was before.");
    return { ...windowProps(params, appUrl), before };
  },
  "maintenance-cancelled": (params, appUrl) => {
    const { reasonJa, reasonEn } = params.facts as unknown as WindowFacts;
    if (reasonJa === null || reasonEn === null) throw new Error("A mail lacks its reason.");
    return { ...windowProps(params, appUrl), reasonJa, reasonEn };
  },
  "restriction-planned": restrictionProps,
  "restriction-started": restrictionProps,
  "restriction-changed": restrictionProps,
  "restriction-over": restrictionProps,
  "restriction-cancelled": restrictionProps,
} satisfies { [Template in MailTemplate]?: Builder<Template> };
