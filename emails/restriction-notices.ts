import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatInstant, formatName } from "./format.ts";

/** Props of every notice of a restriction to those whom it touches. Instants are ISO. */
export type RestrictionNoticeProps = MailBase & {
  /** The item by which the service is restricted, and the clause by which fees stay owed. */
  clause: string;
  feeClause: string;
  reasonJa: string;
  reasonEn: string;
  textJa: string;
  textEn: string;
  startsAt: string;
  /** Null while nobody knows it. */
  endsAt: string | null;
  liftedAt: string | null;
  /** Menus that it touches; empty where it touches single contracts. */
  menus: readonly BilingualName[];
  contractNumbers: readonly string[];
};

type Phase = "planned" | "started" | "changed" | "lifted" | "cancelled";

const ja = {
  subjects: {
    planned: "【予告】サービスの利用制限",
    started: "サービスの利用制限の開始",
    changed: "サービスの利用制限の変更",
    lifted: "サービスの利用制限の解除",
    cancelled: "サービスの利用制限の中止",
  },
  leads: {
    planned: "次のとおり、サービスの全部または一部の提供を止める予定です。",
    started: "次のとおり、サービスの全部または一部の提供を止めています。",
    changed: "先にお知らせした利用制限について、内容が変わりました。",
    lifted: "サービスの利用制限を解除しました。これまでどおりご利用いただけます。",
    cancelled:
      "予告していた利用制限は、行わないことになりました。これまでどおりご利用いただけます。",
  },
  reason: "理由",
  starts: "開始",
  ends: "終了の予定",
  unknown: "未定",
  lifted: "解除",
  menus: "対象のメニュー",
  contracts: "対象のご契約",
  fees: "料金",
  feesText: "制限の間も、料金のお支払いは続きます。返金はありません。",
  separator: "、",
  action: "お知らせの確認",
};

const en: typeof ja = {
  subjects: {
    planned: "Notice: the service will be restricted",
    started: "The service is restricted",
    changed: "The restriction of the service has changed",
    lifted: "The restriction of the service is lifted",
    cancelled: "The restriction of the service is cancelled",
  },
  leads: {
    planned: "All or part of the service will be stopped as follows.",
    started: "All or part of the service is stopped as follows.",
    changed: "The restriction of which we told you has changed.",
    lifted: "The restriction of the service is lifted. You can use it as before.",
    cancelled: "The restriction that we announced will not take place. Nothing changes for you.",
  },
  reason: "Reason",
  starts: "From",
  ends: "Expected end",
  unknown: "Not known yet",
  lifted: "Lifted",
  menus: "Menus affected",
  contracts: "Your contracts affected",
  fees: "Fees",
  feesText: "Fees stay owed while the service is restricted; nothing is refunded.",
  separator: ", ",
  action: "View the notice",
};

const paragraphs = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== "");

/** The notice of one phase of a restriction (利用制限のお知らせ, A19.1, A19.3, A22.4, A22.5). */
const restrictionNotice = (phase: Phase) =>
  defineMail({ ja, en }, (props: RestrictionNoticeProps, words, locale) => {
    const { startsAt, endsAt, liftedAt, menus, contractNumbers, clause, feeClause } = props;
    const names = menus.map((menu) => formatName(menu, locale)).join(words.separator);
    const end = endsAt === null ? words.unknown : formatInstant(endsAt, locale);
    const isOver = phase === "lifted" || phase === "cancelled";
    const text = paragraphs(locale === "ja" ? props.textJa : props.textEn);
    const fact = (label: string, value: string) => ({ label, value });
    return {
      subject: words.subjects[phase],
      preview: words.leads[phase],
      heading: words.subjects[phase],
      lead: [words.leads[phase], ...(isOver ? [] : text)],
      facts: [
        fact(words.reason, locale === "ja" ? props.reasonJa : props.reasonEn),
        fact(words.starts, formatInstant(startsAt, locale)),
        liftedAt === null
          ? fact(words.ends, end)
          : fact(words.lifted, formatInstant(liftedAt, locale)),
        ...(menus.length > 0 ? [fact(words.menus, names)] : []),
        fact(words.contracts, contractNumbers.join(words.separator)),
        ...(isOver ? [] : [fact(words.fees, words.feesText)]),
      ],
      action: words.action,
      clauses: isOver ? [clause] : [...new Set([clause, feeClause])],
    };
  });

/** A restriction that will begin. */
export const restrictionPlanned = restrictionNotice("planned");
/** A restriction that has begun. */
export const restrictionStarted = restrictionNotice("started");
/** A restriction whose expected end or whose course has changed. */
export const restrictionChanged = restrictionNotice("changed");
/** A restriction that was lifted. */
export const restrictionOver = restrictionNotice("lifted");
/** A restriction that was planned and does not take place. */
export const restrictionCancelled = restrictionNotice("cancelled");
