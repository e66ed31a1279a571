import type { ReactNode } from "react";
import { formatCount, formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { actsOf } from "#app/usecases/matters/acts.ts";
import type { MatterPage } from "#app/usecases/matters/read-matter.ts";
import { matterFieldLabel } from "./matter-words.ts";

type Item = { term: string; description: ReactNode };

/** A matter with all that was said and handed in, and what can be done now. */
export function MatterView({
  view,
  page,
  names,
  fileUrl,
}: {
  view: MatterPage;
  /** The matter's page, under which each act has its own. */
  page: string;
  /** What else it belongs to, on top of its facts. */
  names: readonly Item[];
  fileUrl: (fileId: string) => string;
}) {
  const t = useMessages().matters;
  const { kind, acts } = view;
  const facts = useFacts(view);
  return (
    <div className="flex flex-col gap-10">
      <DescriptionList items={[...names, ...facts]} />
      <ClauseChips clauses={t.clauses[kind]} />
      {view.values.length > 0 ? <Values view={view} /> : null}
      <section className="flex flex-col gap-4">
        <h2>{t.actsTitle}</h2>
        {acts.length === 0 ? <p>{t.noActs}</p> : null}
        <ul className="flex flex-wrap gap-3">
          {acts.map((type, n) => (
            <li key={type}>
              <LinkButton
                to={`${page}/${type}`}
                look={n === 0 && !actsOf(kind)[type]?.isFinal ? "primary" : "secondary"}
              >
                {t.acts[kind]?.[type]?.title ?? type}
              </LinkButton>
            </li>
          ))}
        </ul>
      </section>
      {view.notes.length > 0 ? (
        <section className="measure flex flex-col gap-4">
          <h2>{t.notes}</h2>
          {view.notes.map(({ noteId, side, text, at }) => (
            <div key={noteId} className="border-line rounded-8 border p-4">
              <p className="text-support figures">{t.said(t.sides[side], formatInstant(at))}</p>
              <p className="break-words whitespace-pre-wrap">{text}</p>
            </div>
          ))}
        </section>
      ) : null}
      {view.files.length > 0 ? <Files view={view} fileUrl={fileUrl} /> : null}
    </div>
  );
}

function useFacts({ kind, matter, grantsAuthority, isPersonalData }: MatterPage): Item[] {
  const messages = useMessages();
  const t = messages.matters;
  const day = (field: string, value: string | null): Item[] =>
    value ? [{ term: matterFieldLabel(messages, kind, field), description: formatDay(value) }] : [];
  const { about } = matter;
  const words = about ? t.abouts[kind]?.[about] : undefined;
  return [
    ...(matter.serialNumber
      ? [{ term: t.fields["serialNumber"] ?? "", description: matter.serialNumber }]
      : []),
    ...(words ? [{ term: matterFieldLabel(messages, kind, "about"), description: words }] : []),
    ...day("openedOn", matter.openedOn),
    ...day("happenedOn", matter.happenedOn),
    ...day("dueOn", matter.dueOn),
    ...day("dutyUntil", matter.dutyUntil),
    ...(kind === "confidentialItem" && matter.status === "confidential" && isPersonalData
      ? [{ term: t.fields["dutyUntil"] ?? "", description: t.dutyWithoutEnd }]
      : []),
    ...day("settledOn", matter.settledOn),
    ...(kind === "claim" && about === "intellectualProperty"
      ? [
          {
            term: t.authority,
            description: grantsAuthority ? t.granted : t.notGranted,
          },
        ]
      : []),
  ];
}

function Values({ view: { kind, values } }: { view: MatterPage }) {
  const messages = useMessages();
  const t = messages.matters;
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.values}</h2>
      <DescriptionList
        items={values.map(({ name, before, after }) => ({
          term: matterFieldLabel(messages, kind, name),
          description: before ? t.change(before, after) : after,
        }))}
      />
    </section>
  );
}

function Files({
  view: { files },
  fileUrl,
}: {
  view: MatterPage;
  fileUrl: (fileId: string) => string;
}) {
  const messages = useMessages();
  const { kinds, size: sized } = messages.breach.files;
  return (
    <section className="flex flex-col gap-4">
      <h2>{messages.matters.files}</h2>
      <ul className="flex flex-col gap-2">
        {files.map(({ fileId, name, contentType, size, at }) => (
          <li key={fileId}>
            <a href={fileUrl(fileId)} className="inline-flex min-h-11 items-center break-all">
              {name}
            </a>{" "}
            <span className="text-support figures">
              {kinds[contentType] ?? contentType}, {sized(formatCount(Math.ceil(size / 1024)))},{" "}
              {formatInstant(at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
