import { Link } from "react-router";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { WorkNoteView, WorkPage } from "#app/usecases/inspections/read-inspections.ts";

/** How work stands and all that was said of it; `contract` and `pdf` are addresses. */
export function WorkFacts({
  page: { work, derivation, notes },
  contract,
  pdf,
}: {
  page: WorkPage;
  contract: string;
  pdf: string;
}) {
  const t = useMessages().inspections;
  const { number, startDay, completedOn, lastDay, status } = work;
  const items = [
    { term: t.facts.contract, description: <Link to={contract}>{number}</Link> },
    startDay && { term: t.facts.started, description: formatDay(startDay) },
    completedOn && { term: t.facts.completed, description: formatDay(completedOn) },
    lastDay && {
      term: t.facts.lastDay,
      description: (
        <>
          {formatDay(lastDay)} <ClauseChip clause="A11.1" />
          {derivation ? <Derivation of={derivation} /> : null}
        </>
      ),
    },
    status === "done" && {
      term: t.facts.document,
      description: (
        <a href={pdf} className="inline-flex min-h-11 items-center">
          {t.save}
        </a>
      ),
    },
  ].filter((item) => item !== "" && item !== false && item !== null);
  return (
    <>
      <DescriptionList items={items} />
      <section aria-labelledby="notes-title" className="flex flex-col gap-4">
        <h2 id="notes-title">{t.notesTitle}</h2>
        {notes.length === 0 ? <p>{t.noNotes}</p> : null}
        {notes.map((note) => (
          <Note key={note.noteId} note={note} />
        ))}
      </section>
    </>
  );
}

function Note({ note: { kind, day, completedOn, text, signedName, at } }: { note: WorkNoteView }) {
  const t = useMessages().inspections;
  return (
    <article className="border-line flex flex-col gap-2 border-l-4 pl-4">
      <h3>{t.notes[kind](formatDay(day))}</h3>
      {completedOn ? <p>{t.completedOn(formatDay(completedOn))}</p> : null}
      <p className="measure whitespace-pre-wrap">{kind === "acceptance" ? t.noObjection : text}</p>
      <p className="text-support">{t.signed(signedName, formatInstant(at))}</p>
    </article>
  );
}
