import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable, type Column } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { readWorkQueue, type QueueItem } from "#app/usecases/orders/work-queue.ts";
import type { Route } from "./+types/home.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return answer(() => readWorkQueue(principalOf(context)));
}

export default function OperationsHome({ loaderData }: Route.ComponentProps) {
  const { today, orders, startDays, proposals, startingSoon, windDowns } = loaderData;
  const t = useMessages().operations.home;
  const day = (header: string, overdue = true): Column<QueueItem> => ({
    key: header,
    header,
    cell: (item) => (item.day ? <Day day={item.day} past={overdue && item.day < today} /> : "–"),
  });
  const wished: Column<QueueItem> = {
    key: "wished",
    header: t.wishedStart,
    cell: ({ wishedStart }) => (
      <Day day={wishedStart ?? today} past={(wishedStart ?? today) < today} />
    ),
  };
  const age: Column<QueueItem> = {
    key: "age",
    header: t.received,
    cell: (item) => (
      <span className="figures">
        {formatDay(item.day)} ({t.age(item.ageDays)})
      </span>
    ),
  };
  const maintenance: Column<QueueItem> = {
    key: "maintenance",
    header: t.maintenance,
    cell: ({ maintenanceVerified }) => (
      <StatusBadge tone={maintenanceVerified ? "success" : "waiting"}>
        {maintenanceVerified ? t.verified : t.unverified}
      </StatusBadge>
    ),
  };
  const lists = [
    { title: t.orders, empty: t.ordersNone, items: orders, more: [age, wished, maintenance] },
    { title: t.startDays, empty: t.startDaysNone, items: startDays, more: [wished] },
    {
      title: t.proposals,
      empty: t.proposalsNone,
      items: proposals,
      more: [day(t.proposedStart), wished],
    },
    {
      title: t.startingSoon,
      empty: t.startingSoonNone,
      items: startingSoon,
      more: [day(t.startDay)],
    },
    { title: t.windDowns, empty: t.windDownsNone, items: windDowns, more: [day(t.endDay, false)] },
  ];
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="flex flex-col gap-10">
        {lists.map(({ title, empty, items, more }, at) => (
          <section key={title} aria-labelledby={`queue-${at}`}>
            <h2 id={`queue-${at}`} className="mb-3">
              {title}
              {items.length > 0 ? <span className="figures ml-2">({items.length})</span> : null}
            </h2>
            <QueueTable title={title} empty={empty} items={items} more={more} />
          </section>
        ))}
      </div>
    </>
  );
}

function Day({ day, past }: { day: string; past: boolean }) {
  const t = useMessages().operations.home;
  return (
    <span className="figures">
      {formatDay(day)}
      {past ? <span className="text-error-2 ml-2">▲ {t.past}</span> : null}
    </span>
  );
}

function QueueTable({
  title,
  empty,
  items,
  more,
}: {
  title: string;
  empty: string;
  items: readonly QueueItem[];
  more: readonly Column<QueueItem>[];
}) {
  const t = useMessages().operations.home;
  return (
    <DataTable
      caption={title}
      captionHidden
      empty={empty}
      rows={items}
      rowKey={({ contractId }) => contractId}
      columns={[
        {
          key: "number",
          header: t.number,
          rowHeader: true,
          cell: ({ customerId, contractId, number, status }) => (
            <Link
              to={`/operations/${status === "ended" || status === "preparing" ? "contracts" : "orders"}/${customerId}/${contractId}`}
              className="figures inline-flex min-h-11 items-center"
            >
              {number}
            </Link>
          ),
        },
        { key: "customer", header: t.customer, cell: ({ customerName }) => customerName },
        ...more,
      ]}
    />
  );
}
