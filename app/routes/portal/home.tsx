import { Link } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { demandsOnCustomer } from "#app/usecases/breaches/demands-on-customer.ts";
import {
  customerOverview,
  type ContractSummary,
  type DraftSummary,
} from "#app/usecases/contracts/customer-overview.ts";
import { ownNotices } from "#app/usecases/notices/own-notices.ts";
import type { Route } from "./+types/home.ts";
import { DemandNotices } from "./demand-notice.tsx";
import { AttentionList } from "./home/attention-list.tsx";
import { OwnNoticesSection } from "./own-notices.tsx";
import { contractDays } from "./home/contract-days.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  return {
    ...(await answer(() => customerOverview(principal))),
    demands: await answer(() => demandsOnCustomer(principal)),
    notices: await answer(() => ownNotices(principal)),
    mayOrder: principal.roles.includes("owner"),
    done: new URL(request.url).searchParams.get("done"),
  };
}

export default function PortalHome({ loaderData }: Route.ComponentProps) {
  const { contracts, drafts, attention, demands, notices, mayOrder, done } = loaderData;
  const t = useMessages().portal.home;
  const told: Record<string, string | undefined> = t.done;
  const isNew = contracts.length === 0 && drafts.length === 0;
  return (
    <>
      <PageHeader
        title={t.title}
        actions={
          mayOrder && !isNew ? <LinkButton to="/portal/orders/new">{t.newOrder}</LinkButton> : null
        }
      />
      <div className="flex flex-col gap-10">
        {done && told[done] ? <Notice kind="success" live title={told[done]} /> : null}
        <DemandNotices demands={demands} />
        {isNew ? <FirstOrder mayOrder={mayOrder} /> : <AttentionList attention={attention} />}
        <OwnNoticesSection notices={notices} />
        {drafts.length > 0 ? <Drafts drafts={drafts} mayOrder={mayOrder} /> : null}
        {contracts.length > 0 ? <Contracts contracts={contracts} /> : null}
      </div>
    </>
  );
}

function FirstOrder({ mayOrder }: { mayOrder: boolean }) {
  const t = useMessages().portal.home;
  return (
    <section className="border-line flex flex-col items-start gap-4 rounded-12 border bg-white p-6 sm:p-10">
      <h2>{t.emptyTitle}</h2>
      <p className="measure">{mayOrder ? t.emptyText : t.emptyOwner}</p>
      <div className="flex flex-wrap gap-3">
        {mayOrder ? (
          <LinkButton to="/portal/orders/new" size="large">
            {t.newOrder}
          </LinkButton>
        ) : null}
        <LinkButton to="/catalog" size="large" look="secondary">
          {t.seePrices}
        </LinkButton>
      </div>
    </section>
  );
}

function Drafts({ drafts, mayOrder }: { drafts: DraftSummary[]; mayOrder: boolean }) {
  const t = useMessages();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t.portal.home.draftsTitle}</h2>
      <ul className="flex flex-col gap-3">
        {drafts.map(({ contractId, savedAt, next }) => (
          <li
            key={contractId}
            className="border-line flex flex-wrap items-center gap-x-6 gap-y-1 rounded-8 border bg-white px-4 py-2"
          >
            <MachineStatus machine="contract" state="draft" />
            {mayOrder ? (
              <Link
                to={`/portal/orders/${contractId}/${next}`}
                className="inline-flex min-h-11 items-center font-700"
              >
                {t.portal.home.draft(t.order.steps[next])}
              </Link>
            ) : null}
            <span className="text-support figures">
              {t.portal.home.draftSaved(formatInstant(savedAt))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contracts({ contracts }: { contracts: ContractSummary[] }) {
  const t = useMessages();
  const locale = useLocale();
  return (
    <section>
      <h2 className="mb-3">{t.portal.home.contractsTitle}</h2>
      <DataTable
        caption={t.portal.home.contractsTitle}
        captionHidden
        rows={contracts}
        rowKey={({ contractId }) => contractId}
        columns={[
          {
            key: "number",
            header: t.portal.home.number,
            rowHeader: true,
            cell: ({ contractId, number }) => (
              <Link
                to={`/portal/contracts/${contractId}`}
                className="inline-flex min-h-11 items-center"
              >
                {number}
              </Link>
            ),
          },
          {
            key: "menu",
            header: t.portal.home.menu,
            cell: ({ menuName }) => menuName[locale],
          },
          {
            key: "status",
            header: t.portal.home.status,
            cell: ({ status }) => <MachineStatus machine="contract" state={status} />,
          },
          {
            key: "days",
            header: t.portal.home.days,
            cell: (row) => (
              <>
                <span className="figures">{contractDays(row, t)}</span>
                {row.derivation ? <Derivation of={row.derivation} /> : null}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
