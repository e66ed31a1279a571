import { useLoaderData } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { demandsOnCustomer } from "#app/usecases/breaches/demands-on-customer.ts";
import { readContractPage, type ContractPage } from "#app/usecases/contracts/read-contract-page.ts";
import { ownNotices } from "#app/usecases/notices/own-notices.ts";
import { readTermsNews } from "#app/usecases/terms/terms-news.ts";
import type { Route } from "./+types/contract.ts";
import { AssignmentLinks } from "./assignment-links.tsx";
import { contractChart } from "./contract-chart.server.ts";
import { ContractExits } from "./contract-exits.tsx";
import { ContractFacts } from "./contract-facts.tsx";
import { ContractPicture } from "./contract-picture.tsx";
import { DemandNotices } from "./demand-notice.tsx";
import { NextDeadline } from "./contract-timeline.tsx";
import { OwnNoticesSection } from "./own-notices.tsx";
import { InvoicesTable, OptionsTable } from "./contract-tables.tsx";
import { TermsLink, TermsNotices } from "./terms-notices.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const notice = new URL(request.url).searchParams.get("notice");
  const page = await answer(() => readContractPage(principalOf(context), params.contractId));
  const chart = await contractChart(context.get(localeContext), page.picture.passed);
  const demands = await answer(() => demandsOnCustomer(principalOf(context), params.contractId));
  const news = await answer(() => readTermsNews(principalOf(context), params.contractId));
  const notices = await answer(() => ownNotices(principalOf(context), params.contractId));
  return { page, chart, demands, news, notices, notice, cancelled: notice === "cancelled" };
}

export default function Contract() {
  const { page, chart, demands, news, notices, notice, cancelled } = useLoaderData<typeof loader>();
  const t = useMessages().contract;
  const { picture, invoices, options, showsMoney } = page;
  return (
    <>
      <PageHeader
        title={page.number === null ? t.draftTitle : t.numbered(page.number)}
        status={<Badges page={page} />}
        lead={<NextDeadline picture={picture} />}
        actions={<Actions page={page} />}
      />
      <div className="flex flex-col gap-12">
        {cancelled && page.end ? (
          <Notice kind="success" live title={t.cancelled}>
            {t.cancelledText(formatDay(page.end.day))}
          </Notice>
        ) : null}
        <DemandNotices demands={demands} />
        <TermsNotices
          contractId={page.contractId}
          news={news}
          hasConsented={notice === "consented"}
        />
        <OwnNoticesSection notices={notices} />
        <AssignmentLinks links={page.links} />
        <ContractFacts view={page} page={`/portal/contracts/${page.contractId}`} />
        <ContractExits
          view={page}
          cancellation={
            page.actions.cancel ? `/portal/contracts/${page.contractId}/cancellation` : undefined
          }
        />
        {showsMoney ? (
          <InvoicesTable invoices={invoices} to={(id) => `/portal/invoices/${id}`} />
        ) : null}
        {options.length > 0 ? <OptionsTable options={options} /> : null}
        <TermsLink contractId={page.contractId} />
        <ContractPicture picture={picture} chart={chart} />
      </div>
    </>
  );
}

function Badges({ page }: { page: ContractPage }) {
  const { status, suspensions, restrictions, end } = page;
  const isActive = status === "active";
  return (
    <span className="flex flex-wrap gap-2">
      <MachineStatus machine="contract" state={status} />
      {isActive && suspensions.length > 0 ? (
        <MachineStatus machine="service" state="suspended" />
      ) : null}
      {isActive && suspensions.length === 0 && restrictions.length > 0 ? (
        <MachineStatus machine="service" state="restricted" />
      ) : null}
      {end && status !== "ended" && status !== "closed" ? (
        <MachineStatus machine="exit" state="pending" />
      ) : null}
    </span>
  );
}

/** What can be done now, the most pressing first. */
function Actions({ page }: { page: ContractPage }) {
  const words = useMessages().contract;
  const t = words.actions;
  const { contractId, actions } = page;
  const here = `/portal/contracts/${contractId}`;
  const order = `/portal/orders/${contractId}`;
  const links = [
    actions.continueOrder && { to: `${order}/company`, label: t.continueOrder },
    actions.confirmStart && { to: `${here}/start-day`, label: t.confirmStart },
    actions.payInvoice && { to: `/portal/invoices/${actions.payInvoice}`, label: t.pay },
    actions.withdrawOrder && { to: `${order}/withdrawal`, label: t.withdrawOrder, later: true },
    actions.withdrawNotice && { to: `${here}/withdrawal`, label: words.notices.link, later: true },
    actions.changeOptions && {
      ...{ to: `${here}/options`, label: words.optionOrders.link, later: true },
    },
    actions.cancel && { to: `${here}/cancellation`, label: t.cancel, later: true },
  ].filter((link) => link !== false && link !== null);
  return (
    <>
      {links.map((link, at) =>
        link ? (
          <LinkButton
            key={link.to}
            to={link.to}
            look={at === 0 && !("later" in link) ? "primary" : "secondary"}
          >
            {link.label}
          </LinkButton>
        ) : null,
      )}
      {actions.readQuote ? (
        <LinkButton to={`${here}/quote.pdf`} look="secondary" reloadDocument>
          {t.quote}
        </LinkButton>
      ) : null}
    </>
  );
}
