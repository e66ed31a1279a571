import { Form, Link } from "react-router";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { AssigneeDossier } from "#app/usecases/consents/assignee-dossier.ts";
import { stepFields } from "#app/usecases/orders/order-form/steps.ts";
import { fieldLabel } from "../../portal/order/error-words.ts";
import { EarlierBreaches } from "../order/earlier-breaches.tsx";

/** What staff check of an assignee as of an applicant: A5.1, A5.2, A5.4(7) and A32. */
export function AssigneeSection({
  dossier,
  verifiedOn,
  verify,
}: {
  dossier: AssigneeDossier;
  verifiedOn: string | null;
  /** The click of the form that records the check; null where there is nothing to record. */
  verify: string | null;
}) {
  const messages = useMessages();
  const t = messages.consents.checks;
  const company = dossier.registration as Record<string, string | null> | null;
  const maintenance = dossier.maintenance as Record<string, string> | null;
  const valueOf = (name: string, value = "") => (name === "validUntil" ? formatDay(value) : value);
  return (
    <section aria-labelledby="checks-title" className="flex flex-col gap-8">
      <h2 id="checks-title">{t.title}</h2>
      <div className="flex flex-col gap-4">
        <h3>
          {t.record} <ClauseChip clause="A5.4(7)" />
        </h3>
        <EarlierBreaches breaches={dossier.earlierBreaches} />
        <EndedForCause dossier={dossier} />
        {dossier.earlierBreaches.length + dossier.endedForCause.length === 0 ? (
          <p>✓ {t.clear}</p>
        ) : null}
      </div>
      <div className="flex flex-col gap-4">
        <h3>
          {t.company} <ClauseChip clause="A5.1" />
        </h3>
        {company ? (
          <DescriptionList
            items={stepFields.company.map((name) => ({
              term: fieldLabel(messages.order, name),
              description: company[name],
            }))}
          />
        ) : (
          <p>{t.noCompany}</p>
        )}
      </div>
      <div className="flex flex-col items-start gap-4">
        <h3>
          {t.maintenance} <ClauseChip clause="A5.2" />
        </h3>
        {maintenance ? (
          <div className="w-full">
            <DescriptionList
              items={stepFields.maintenance.map((name) => ({
                term: fieldLabel(messages.order, name),
                description: valueOf(name, maintenance[name]),
              }))}
            />
          </div>
        ) : (
          <p>{t.noMaintenance}</p>
        )}
        {verifiedOn ? <p>✓ {t.verifiedOn(formatDay(verifiedOn))}</p> : null}
        {verify ? (
          <Form method="post" className="flex flex-col items-start gap-4">
            <input type="hidden" name="clickId" value={verify} />
            <p className="measure">{t.verifyText}</p>
            <Button name="intent" value="verify">
              {t.verify}
            </Button>
          </Form>
        ) : null}
      </div>
      <div className="flex flex-col gap-4">
        <h3>
          {t.declarations} <ClauseChip clause="A32.1" />
        </h3>
        <Declarations consents={dossier.consents} />
      </div>
    </section>
  );
}

/** Contracts that were ended for cause, each with the way to it. */
function EndedForCause({ dossier: { customerId, endedForCause } }: { dossier: AssigneeDossier }) {
  const t = useMessages().consents.checks;
  if (endedForCause.length === 0) return null;
  return (
    <Notice kind="warning" title={t.ended}>
      <ul>
        {endedForCause.map(({ contractId, number, endDay }) => (
          <li key={contractId} className="flex flex-wrap items-center gap-x-3">
            <Link
              to={`/operations/contracts/${customerId}/${contractId}`}
              className="figures inline-flex min-h-11 items-center"
            >
              {number}
            </Link>
            <span className="figures">{t.endedOn(formatDay(endDay))}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What the assignee consented to and declared, with person, time and address. */
function Declarations({ consents }: Pick<AssigneeDossier, "consents">) {
  const messages = useMessages();
  const t = messages.consents.checks;
  return (
    <DataTable
      caption={t.declarations}
      captionHidden
      empty={t.noDeclarations}
      rows={consents}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: "kind",
          header: t.declaration,
          rowHeader: true,
          cell: ({ kind, version }) =>
            kind === "terms" ? t.terms(version) : fieldLabel(messages.order, kind),
        },
        {
          key: "at",
          header: t.at,
          cell: ({ at }) => <span className="figures">{formatInstant(at)}</span>,
        },
        { key: "person", header: t.person, cell: ({ person }) => person },
        {
          key: "address",
          header: t.address,
          cell: ({ ipAddress }) => <span className="figures">{ipAddress}</span>,
        },
      ]}
    />
  );
}
