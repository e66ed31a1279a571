import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { BreachCaseView } from "#app/usecases/breaches/read-case.ts";
import { ItemText, type NamedItem } from "./item-text.tsx";

/** What a case is about, and the days that count in it. */
export function CaseFacts({ view, item }: { view: BreachCaseView; item: NamedItem }) {
  const words = useMessages().breach.case;
  const { recordedOn, demand, acceleratedOn, terminatedOn, endedContracts } = view;
  const days: [string, string | null | undefined][] = [
    [words.happenedOn, view.happenedOn],
    [words.recordedOn, recordedOn],
    [words.demandedOn, demand?.day],
    [words.acceleratedOn, acceleratedOn],
    [words.terminatedOn, terminatedOn],
  ];
  return (
    <DescriptionList
      items={[
        { term: words.item, description: <ItemText {...item} /> },
        { term: words.customer, description: view.customerName },
        ...days.flatMap(([term, day]) =>
          day ? [{ term, description: <span className="figures">{formatDay(day)}</span> }] : [],
        ),
        ...(demand
          ? [{ term: words.until, description: words.dayEnd(formatDay(demand.until)) }]
          : []),
        ...(endedContracts.length > 0
          ? [{ term: words.endedContracts, description: endedContracts.join(", ") }]
          : []),
      ]}
    />
  );
}

/** What staff wrote about a case, each text with who and when. */
export function CaseNotes({ notes }: Pick<BreachCaseView, "notes">) {
  const words = useMessages().breach.case;
  return (
    <section className="flex flex-col gap-4">
      <h2>{words.notes}</h2>
      {notes.map(({ kind, text, by, at }) => (
        <article
          key={`${kind}${at}`}
          className="border-line measure rounded-8 border bg-white px-4 py-3"
        >
          <h3 className="text-std-17B-170">{words.noteKinds[kind]}</h3>
          <p className="mt-1 whitespace-pre-line">{text}</p>
          <p className="text-support mt-2">{words.by(by, formatInstant(at))}</p>
        </article>
      ))}
    </section>
  );
}
