import type { ReactNode } from "react";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { acts, type Act, type ActName } from "#app/usecases/loans/acts.ts";
import type { LoanPage, Site } from "#app/usecases/loans/read-loan.ts";
import type { Parcel } from "#machines/device/context.ts";
import { LoanPapers } from "./loan-papers.tsx";
import { LoanMatters } from "./loan-matters.tsx";

/** A loan with all that has happened, and what can be done; `before` stands above the acts. */
export function LoanView({
  view,
  page,
  names,
  children,
}: {
  view: LoanPage;
  /** The loan's page, under which each act has its own. */
  page: string;
  /** What else it belongs to, on top of its facts. */
  names: readonly { term: string; description: ReactNode }[];
  children?: ReactNode;
}) {
  const t = useMessages().loans;
  return (
    <div className="flex flex-col gap-10">
      <DescriptionList items={[...names, ...factsOf(view, t)]} />
      <LoanMatters loan={view.loan} />
      {children}
      <section className="flex flex-col gap-4">
        <h2>{t.actsTitle}</h2>
        {view.acts.length === 0 ? <p>{t.noActs}</p> : null}
        <ul className="flex flex-wrap gap-3">
          {mishapsLast(view.acts).map((name, n) => {
            const { isFinal }: Act = acts[name];
            return (
              <li key={name}>
                <LinkButton
                  to={`${page}/${name}`}
                  look={n === 0 && !isFinal ? "primary" : "secondary"}
                >
                  {t.acts[name].title}
                </LinkButton>
              </li>
            );
          })}
        </ul>
      </section>
      <LoanPapers loan={view.loan} page={page} />
      {view.stays.length > 1 ? (
        <section className="flex flex-col gap-4">
          <h2>{t.history}</h2>
          <ol className="flex flex-col gap-2">
            {view.stays.map(({ from, site }) => (
              <li key={`${from} ${site?.siteId}`}>
                <span className="figures">{t.since(formatDay(from))}</span>{" "}
                {site ? <Address site={site} /> : t.elsewhere}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {view.notes.length > 0 ? (
        <section className="measure flex flex-col gap-4">
          <h2>{t.notes}</h2>
          {view.notes.map(({ noteId, text, at }) => (
            <div key={noteId} className="border-line rounded-8 border p-4">
              <p className="text-support figures">{formatInstant(at)}</p>
              <p className="whitespace-pre-wrap break-words">{text}</p>
            </div>
          ))}
        </section>
      ) : null}
    </div>
  );
}

/** What one hopes not to need stands after what is to be done anyway. */
const mishaps: readonly ActName[] = ["reportLoss", "reportFault"];
const mishapsLast = (names: readonly ActName[]) =>
  names.toSorted((one, other) => Number(mishaps.includes(one)) - Number(mishaps.includes(other)));

type Words = ReturnType<typeof useMessages>["loans"];
type Item = { term: string; description: ReactNode };

const fact = (term: string, day: string | null): Item[] =>
  day ? [{ term, description: formatDay(day) }] : [];

const sent = (t: Words, term: string, parcel: Parcel | null): Item[] =>
  parcel
    ? [
        {
          term,
          description: `${parcel.carrier} ${parcel.trackingNumber}（${t.shippedOn(formatDay(parcel.handedOn))}）`,
        },
      ]
    : [];

function factsOf(view: LoanPage, t: Words): Item[] {
  const [stay] = view.stays;
  const { loan, relocation, returnDerivation } = view;
  return [
    { term: t.columns.menu, description: loan.menuCode },
    ...sent(t, t.facts.carrier, view.parcel),
    ...fact(t.facts.delivered, view.deliveredOn),
    ...fact(t.facts.installed, view.installedOn),
    ...(stay?.site
      ? [
          { term: t.facts.site, description: <Address site={stay.site} /> },
          { term: t.facts.contact, description: `${stay.site.contact} ${stay.site.phone}` },
        ]
      : []),
    ...(relocation?.site
      ? [
          {
            term: t.facts.relocation,
            description: (
              <>
                {formatDay(relocation.wishedDay)} <Address site={relocation.site} />
              </>
            ),
          },
        ]
      : []),
    ...fact(t.facts.lost, view.lostOn),
    ...fact(t.facts.ended, view.endDay),
    ...(loan.returnDue
      ? [
          {
            term: t.facts.due,
            description: (
              <ExplainedDay day={loan.returnDue} derivation={returnDerivation} clause="A8.1" />
            ),
          },
        ]
      : []),
    ...sent(t, t.facts.returning, view.returnParcel),
    ...fact(t.facts.back, view.backOn),
  ];
}

function Address({ site }: { site: Site }) {
  const { siteName, postalCode, prefecture, city, street } = site;
  return (
    <span>
      {siteName} 〒{postalCode} {prefecture}
      {city}
      {street}
    </span>
  );
}
