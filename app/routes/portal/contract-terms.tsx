import { Link } from "react-router";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { readContractTerms, type ContractTerms } from "#app/usecases/terms/contract-terms.ts";
import type { PublishedVersion } from "#app/usecases/terms/published-terms.ts";
import type { Route } from "./+types/contract-terms.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  return answer(() => readContractTerms(principalOf(context), params.contractId));
}

/** What binds a contract, what is announced, and what was consented to (A1, A3, A5.1). */
export default function ContractTermsPage({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.terms.customer;
  const { contractId, number } = loaderData;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        trail={[
          {
            to: `/portal/contracts/${contractId}`,
            label: number ? t.contract.numbered(number) : t.contract.draftTitle,
          },
        ]}
      />
      <div className="flex flex-col gap-10">
        <Versions
          terms={loaderData}
          title={words.changes}
          empty={words.changesNone}
          standing="coming"
        />
        <Versions
          terms={loaderData}
          title={words.binding}
          empty={words.bindingNone}
          standing="present"
        />
        <section aria-labelledby="precedence">
          <h2 id="precedence">{t.terms.publicPages.precedence}</h2>
          <ol className="mt-2 list-decimal pl-6">
            {t.terms.publicPages.precedenceList.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </section>
        {loaderData.bound.length > 0 ? (
          <section aria-labelledby="bound">
            <h2 id="bound">{words.boundTitle}</h2>
            <ul className="mt-2 list-disc pl-6">
              {loaderData.bound.map(({ version, from }) => (
                <li key={`${version} ${from}`} className="figures">
                  {version}: {t.terms.from(formatDay(from))}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Consents terms={loaderData} />
      </div>
    </>
  );
}

const tones = { past: "neutral", present: "success", coming: "waiting" } as const;

function Versions({
  terms,
  title,
  empty,
  standing,
}: {
  terms: ContractTerms;
  title: string;
  empty: string;
  standing: PublishedVersion["standing"];
}) {
  const t = useMessages().terms;
  const locale = useLocale();
  const rows = terms.documents.flatMap(({ name, versions }) =>
    versions
      .filter((version) => version.standing === standing)
      .map((version) => ({ ...version, name: name[locale] })),
  );
  const address = ({ version }: PublishedVersion) =>
    standing === "coming"
      ? `/portal/contracts/${terms.contractId}/terms/${encodeURIComponent(version)}`
      : `/terms?version=${encodeURIComponent(version)}`;
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        captionHidden
        empty={empty}
        rows={rows}
        rowKey={({ version }) => version}
        columns={[
          { key: "name", header: t.columns.document, rowHeader: true, cell: ({ name }) => name },
          {
            key: "version",
            header: t.columns.version,
            cell: (row) => (
              <Link to={address(row)} className="inline-flex min-h-11 items-center">
                {row.version}
              </Link>
            ),
          },
          {
            key: "standing",
            header: t.columns.status,
            cell: (row) => (
              <StatusBadge tone={tones[row.standing]}>{t.standing[row.standing]}</StatusBadge>
            ),
          },
          {
            key: "from",
            header: t.columns.effectiveDay,
            cell: ({ from }) => <span className="figures">{formatDay(from)}</span>,
          },
        ]}
      />
    </section>
  );
}

function Consents({ terms }: { terms: ContractTerms }) {
  const t = useMessages().terms;
  const words = t.customer;
  return (
    <section aria-labelledby="consents" className="flex flex-col gap-3">
      <h2 id="consents">{words.history}</h2>
      <DataTable
        caption={words.history}
        captionHidden
        empty={words.historyNone}
        rows={terms.consents}
        rowKey={({ kind, version, at }) => `${kind} ${version} ${at}`}
        columns={[
          {
            key: "kind",
            header: words.kind,
            rowHeader: true,
            cell: ({ kind }) => words.kinds[kind] ?? kind,
          },
          { key: "version", header: t.columns.version, cell: ({ version }) => version },
          {
            key: "at",
            header: words.at,
            cell: ({ at }) => <span className="figures">{formatInstant(at)}</span>,
          },
          { key: "person", header: words.person, cell: ({ person }) => person },
          {
            key: "ip",
            header: words.ipAddress,
            cell: ({ ipAddress }) => <span className="figures break-all">{ipAddress}</span>,
          },
        ]}
      />
    </section>
  );
}
