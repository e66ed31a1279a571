import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import {
  listPublishedTerms,
  type PublishedDocument,
  type PublishedVersion,
} from "#app/usecases/terms/published-terms.ts";
import type { Route } from "./+types/terms-versions.ts";
import { PublicFrame } from "./frame.tsx";
import { today } from "./today.ts";

export async function loader() {
  return { documents: await listPublishedTerms(await today()) };
}

const tones = { past: "neutral", present: "success", coming: "waiting" } as const;

/** Which version of each document binds, bound or will bind when, with what changed (A1, A3). */
export default function TermsVersions({ loaderData }: Route.ComponentProps) {
  const t = useMessages().terms;
  const words = t.publicPages;
  return (
    <PublicFrame>
      <PageHeader
        title={words.versions}
        lead={words.versionsLead}
        trail={[{ to: "/terms", label: t.title }]}
      />
      <section aria-labelledby="precedence" className="mb-10">
        <h2 id="precedence">{words.precedence}</h2>
        <ol className="mt-2 list-decimal pl-6">
          {words.precedenceList.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      </section>
      <div className="flex flex-col gap-10">
        {loaderData.documents.map((document) => (
          <DocumentVersions key={document.document} document={document} />
        ))}
      </div>
    </PublicFrame>
  );
}

function DocumentVersions({ document }: { document: PublishedDocument }) {
  const t = useMessages().terms;
  const locale = useLocale();
  const name = document.name[locale];
  const id = `document-${document.document}`;
  const before = (version: PublishedVersion) =>
    document.versions[document.versions.indexOf(version) + 1];
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id}>{name}</h2>
      <DataTable
        caption={name}
        captionHidden
        rows={document.versions}
        rowKey={({ version }) => version}
        columns={[
          {
            key: "version",
            header: t.columns.version,
            rowHeader: true,
            cell: ({ version }) => (
              <Link
                to={`/terms?version=${encodeURIComponent(version)}`}
                className="inline-flex min-h-11 items-center"
              >
                {version}
              </Link>
            ),
          },
          {
            key: "standing",
            header: t.columns.status,
            cell: ({ standing }) => (
              <StatusBadge tone={tones[standing]}>{t.standing[standing]}</StatusBadge>
            ),
          },
          {
            key: "effective",
            header: t.columns.effectiveDay,
            cell: ({ from, until }) => (
              <span className="figures">
                {until ? t.range(formatDay(from), formatDay(until)) : t.from(formatDay(from))}
              </span>
            ),
          },
          {
            key: "announced",
            header: t.columns.announcedDay,
            cell: ({ announcedDay }) => (
              <span className="figures">{announcedDay ? formatDay(announcedDay) : "–"}</span>
            ),
          },
          {
            key: "summary",
            header: t.columns.summary,
            cell: (version) => <Change version={version} before={before(version)} />,
          },
        ]}
      />
    </section>
  );
}

/** What a version changed against the one before, and why it was announced late, if it was. */
function Change({
  version,
  before,
}: {
  version: PublishedVersion;
  before: PublishedVersion | undefined;
}) {
  const t = useMessages().terms;
  const locale = useLocale();
  const query = before && new URLSearchParams({ from: before.version, to: version.version });
  return (
    <>
      {version.summary ? <p>{version.summary[locale]}</p> : null}
      {version.lateReason ? (
        <p>
          {t.lateReason}: {version.lateReason[locale]}
        </p>
      ) : null}
      {query ? (
        <Link
          to={`/terms/comparison?${query.toString()}`}
          className="inline-flex min-h-11 items-center"
        >
          {t.publicPages.compare}
        </Link>
      ) : version.summary ? null : (
        "–"
      )}
    </>
  );
}
