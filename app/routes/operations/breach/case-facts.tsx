import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { BreachCaseView } from "#app/usecases/breaches/read-case.ts";
import { ItemText, type NamedItem } from "./item-text.tsx";

/** What a case is about, and the days that count in it. */
export function CaseFacts({ view, item }: { view: BreachCaseView; item: NamedItem }) {
  const words = useMessages().breach.case;
  const { recordedOn, demand, acceleratedOn, terminatedOn, endedContracts } = view;
  const until = demand && words.dayEnd(formatDay(demand.until));
  const day = (iso: string | null | undefined) => (iso ? formatDay(iso) : null);
  const lines: [string, string | null][] = [
    [words.happenedOn, day(view.happenedOn)],
    [words.recordedOn, day(recordedOn)],
    [words.demandedOn, day(demand?.day)],
    [words.until, until],
    [words.acceleratedOn, day(acceleratedOn)],
    [words.terminatedOn, day(terminatedOn)],
    [words.endedContracts, endedContracts.join(", ") || null],
  ];
  return (
    <DescriptionList
      items={[
        { term: words.item, description: <ItemText {...item} /> },
        { term: words.customer, description: view.customerName },
        ...lines.flatMap(([term, text]) =>
          text ? [{ term, description: <span className="figures">{text}</span> }] : [],
        ),
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
