import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList, type DescriptionItem } from "#app/ui/description-list.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { Money } from "#app/ui/money.tsx";
import type { ContractView } from "#app/usecases/contracts/contract-view.ts";
import type { SoldMenu } from "#machines/contract/context.ts";

/**
 * What the contract says: menus with prices, sites, term, notice day, end. For customers and staff.
 * `page` is the contract's own, under which its papers are.
 */
export function ContractFacts({ view, page }: { view: ContractView; page: string }) {
  const t = useMessages().contract.facts;
  const items = useFacts(view, page);
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title" className="mb-4">
        {t.title}
      </h2>
      <DescriptionList items={items} />
    </section>
  );
}

function useFacts(view: ContractView, page: string): DescriptionItem[] {
  const { contract, erasure } = useMessages();
  const t = contract.facts;
  const locale = useLocale();
  const { basic, options, annualFee, siteNames, quote, term, start, suspensions } = view;
  const items: (DescriptionItem | null)[] = [
    basic && { term: t.menus, description: <Menus menus={[basic, ...options]} /> },
    annualFee && {
      term: t.fee,
      description: t.feeOf(formatYen(annualFee.total), formatYen(annualFee.tax)),
    },
    siteNames.length > 0
      ? { term: t.sites, description: t.siteCount(siteNames.length, siteNames.join(", ")) }
      : null,
    quote && { term: t.quote, description: t.quoteText(quote.number, formatDay(quote.quotedDay)) },
    dayItem(t.wishedStart, start === null ? view.wishedStart : null),
    dayItem(t.proposedStart, view.proposedStart),
    dayItem(t.startFixed, term ? null : start),
    term && {
      term: t.term,
      description: (
        <>
          <span className="figures">{t.period(formatDay(term.start), formatDay(term.end))}</span>{" "}
          <ClauseChip clause="A10.1" />
          {term.derivation ? <Derivation of={term.derivation} /> : null}
        </>
      ),
    },
    view.notice && { term: t.notice, description: <NoticeDay notice={view.notice} /> },
    view.end && {
      term: view.status === "ended" || view.status === "closed" ? t.ended : t.end,
      description: <End end={view.end} />,
    },
    view.rejectionReason && { term: t.rejection, description: view.rejectionReason[locale] },
    suspensions.length > 0
      ? {
          term: t.suspended,
          description: suspensions.map(({ kind }) => contract.causes[kind]).join(", "),
        }
      : null,
    view.restrictions.length > 0
      ? { term: t.restricted, description: <Restrictions restrictions={view.restrictions} /> }
      : null,
    dayItem(t.demanded, view.demandedUntil),
    view.otherEnds.length > 0
      ? { term: t.otherEnds, description: <OtherEnds ends={view.otherEnds} /> }
      : null,
    view.refunds.length > 0
      ? { term: t.refunds, description: <Refunds refunds={view.refunds} /> }
      : null,
    view.erasure && {
      term: erasure.fact,
      description: <Erasure erasure={view.erasure} certificate={`${page}/erasure.pdf`} />,
    },
  ];
  return items.filter((item) => item !== null);
}

function dayItem(term: string, day: string | null): DescriptionItem | null {
  if (day === null) return null;
  return { term, description: <span className="figures">{formatDay(day)}</span> };
}

/** The day by which data and logs are erased, or the certificate that they were (A18.1). */
function Erasure({
  erasure: { due, done },
  certificate,
}: {
  erasure: NonNullable<ContractView["erasure"]>;
  certificate: string;
}) {
  const t = useMessages().erasure;
  if (!done) {
    return (
      <>
        <ExplainedDay {...due} clause="A18.1" /> {t.dueBy}
      </>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-x-6">
      <span>
        {t.done(formatDay(done.day))} <ClauseChip clause="A18.1" />
      </span>
      <a href={certificate} className="inline-flex min-h-11 items-center">
        {t.certificate}
      </a>
    </span>
  );
}

function Menus({ menus }: { menus: readonly SoldMenu[] }) {
  const t = useMessages().contract.facts;
  const locale = useLocale();
  return (
    <ul>
      {menus.map((menu) => (
        <li
          key={menu.menuCode}
          className="flex flex-wrap items-baseline justify-between gap-x-6 py-0.5"
        >
          <span>{locale === "ja" ? menu.nameJa : menu.nameEn}</span>
          <Money amount={menu.annualPrice} note={menu.kind === "work" ? t.perWork : t.perYear} />
        </li>
      ))}
    </ul>
  );
}

/** By which clauses the service is restricted. */
function Restrictions({ restrictions }: { restrictions: ContractView["restrictions"] }) {
  const t = useMessages().contract.facts;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{t.restrictedText}</span>
      {restrictions.map(({ restrictionId, clause }) => (
        <ClauseChip key={restrictionId} clause={clause} />
      ))}
    </p>
  );
}

/** Ends behind the one that applies: each would apply if those before it were taken back. */
function OtherEnds({ ends }: { ends: ContractView["otherEnds"] }) {
  const { contract, status } = useMessages();
  const causes: Record<string, string> = status.endCause;
  return (
    <>
      <ul>
        {ends.map(({ id, endDay, cause, clause }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="figures">{contract.facts.endText(formatDay(endDay))}</span>
            <span>{causes[cause] ?? cause}</span>
            <ClauseChip clause={clause} />
          </li>
        ))}
      </ul>
      <p className="mt-1">{contract.facts.otherEndsText}</p>
    </>
  );
}

/** What is owed for the days after an end. */
function Refunds({ refunds }: { refunds: ContractView["refunds"] }) {
  const t = useMessages().contract.facts;
  return (
    <ul>
      {refunds.map(({ itemId, lastDay, total, tax }) => (
        <li key={`${itemId}/${lastDay}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>{t.refundOf(formatDay(lastDay), formatYen(total), formatYen(tax))}</span>
          <ClauseChip clause="A17.2" />
        </li>
      ))}
    </ul>
  );
}

function NoticeDay({ notice }: { notice: NonNullable<ContractView["notice"]> }) {
  const t = useMessages().contract.facts;
  const { day, daysLeft, derivation, next } = notice;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-700 figures">{t.noticeText(formatDay(day))}</span>
        <span>{t.noticeOf(daysLeft)}</span>
        <ClauseChip clause="A10.2" />
      </p>
      <p className="mt-1">
        {t.ifPassed(formatDay(next.start), formatDay(next.end), formatYen(next.fee))}
      </p>
      <Derivation of={derivation} />
    </>
  );
}

/** Whether an end comes of a notice, and of whose. */
function noticeOf({ cause, by }: NonNullable<ContractView["end"]>) {
  return cause === "expired" || cause === "cancelled" ? by : "recorded";
}

function End({ end }: { end: NonNullable<ContractView["end"]> }) {
  const { contract, status } = useMessages();
  const t = contract.facts;
  const causes: Record<string, string> = status.endCause;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-700 figures">{t.endText(formatDay(end.day))}</span>
        <span>{causes[end.cause] ?? end.cause}</span>
        <ClauseChip clause={end.clause} />
      </p>
      <p className="mt-1">{t.noticedOn[noticeOf(end)](formatDay(end.noticeDay))}</p>
      {end.derivation ? <Derivation of={end.derivation} /> : null}
    </>
  );
}
