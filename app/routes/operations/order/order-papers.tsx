import { Link } from "react-router";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { stepFields } from "#app/usecases/orders/order-form/steps.ts";
import type { OrderDossier } from "#app/usecases/orders/order-dossier.ts";
import { fieldLabel } from "../../portal/order/error-words.ts";
import { ChargeTable } from "../../portal/order/quote-table.tsx";

/** Everything that came with an order: menus, company, site, maintenance contract, consents. */
export function OrderPapers({ dossier }: { dossier: OrderDossier }) {
  const t = useMessages();
  const { sections, ...words } = t.operations.order;
  const { form, registration, quote, contract } = dossier;
  const company = registration as unknown as Record<string, string>;
  const maintenance = form.maintenance as Record<string, string>;
  return (
    <>
      <Section title={sections.menus}>
        <ChargeTable charge={quote} caption={sections.menus} />
        <DescriptionList
          items={[
            { term: words.customer, description: dossier.customerName },
            { term: words.submittedAt, description: formatInstant(quote.submittedAt) },
            {
              term: t.order.fields.wishedStart,
              description: contract.wishedStart ? formatDay(contract.wishedStart) : "–",
            },
            {
              term: words.quote,
              description: (
                <>
                  {words.quoteText(quote.number, formatDay(quote.validUntil))}
                  <Derivation of={quote.validDerivation} />
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section title={sections.maintenance}>
        <DescriptionList
          items={stepFields.maintenance.map((name) => ({
            term: fieldLabel(t.order, name),
            description:
              name === "validUntil" ? formatDay(maintenance[name] ?? "") : maintenance[name],
          }))}
        />
      </Section>
      <Section title={sections.registration}>
        <DescriptionList
          items={stepFields.company.map((name) => ({
            term: fieldLabel(t.order, name),
            description: company[name],
          }))}
        />
      </Section>
      <Section title={sections.site}>
        <Site site={form.site} />
      </Section>
      <Section title={sections.consents}>
        <Consents dossier={dossier} />
      </Section>
      <Section title={sections.others}>
        <Others dossier={dossier} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Site({ site }: { site: OrderDossier["form"]["site"] }) {
  const t = useMessages();
  const { sameAsCompany, address } = t.operations.order;
  const words =
    "postalCode" in site
      ? `〒${site.postalCode} ${site.prefecture}${site.city}${site.street}`
      : sameAsCompany;
  return (
    <DescriptionList
      items={[
        { term: t.order.fields.siteName, description: site.siteName },
        { term: address, description: words },
      ]}
    />
  );
}

function Consents({ dossier }: { dossier: OrderDossier }) {
  const t = useMessages();
  const words = t.operations.order;
  const nameOf = (kind: string) =>
    kind === "terms" ? words.termsConsent(dossier.terms.ordered) : fieldLabel(t.order, kind);
  return (
    <DataTable
      caption={words.sections.consents}
      captionHidden
      rows={dossier.consents}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: "kind",
          header: words.consentKind,
          rowHeader: true,
          cell: ({ kind }) => nameOf(kind),
        },
        {
          key: "at",
          header: words.consentAt,
          cell: ({ at }) => <span className="figures">{formatInstant(at)}</span>,
        },
        { key: "by", header: words.consentBy, cell: ({ person }) => person },
        {
          key: "ip",
          header: words.consentIp,
          cell: ({ ipAddress }) => <span className="figures">{ipAddress}</span>,
        },
      ]}
    />
  );
}

function Others({ dossier }: { dossier: OrderDossier }) {
  const words = useMessages().operations;
  const { customerId } = dossier.contract;
  return (
    <DataTable
      caption={words.order.sections.others}
      captionHidden
      empty={words.order.othersNone}
      rows={dossier.otherContracts}
      rowKey={({ contractId }) => contractId}
      columns={[
        {
          key: "number",
          header: words.contracts.number,
          rowHeader: true,
          cell: ({ contractId, number }) => (
            <Link
              to={`/operations/contracts/${customerId}/${contractId}`}
              className="figures inline-flex min-h-11 items-center"
            >
              {number}
            </Link>
          ),
        },
        {
          key: "status",
          header: words.contracts.status,
          cell: ({ status }) => <MachineStatus machine="contract" state={status} />,
        },
      ]}
    />
  );
}
