import { Form, Link } from "react-router";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import {
  deviceStatuses,
  searchDevices,
  type DevicePage,
} from "#app/usecases/devices/search-devices.ts";
import type { Route } from "./+types/devices.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const added = Number(search.get("added") ?? Number.NaN);
  const found = await answer(() =>
    searchDevices(principalOf(context), {
      text: search.get("q"),
      status: search.get("status"),
      page: search.get("page"),
    }),
  );
  return { found, added: Number.isSafeInteger(added) && added > 0 ? added : null };
}

export default function Devices({ loaderData }: Route.ComponentProps) {
  const { found, added } = loaderData;
  const messages = useMessages();
  const t = messages.stock;
  const all = deviceStatuses.reduce((sum, name) => sum + found.counts[name], 0);
  const isNarrowed = found.text !== "" || found.status !== null;
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={<LinkButton to="/operations/devices/import">{t.import}</LinkButton>}
      />
      {added ? (
        <Notice kind="success" live title={t.added(formatCount(added))} className="mb-8" />
      ) : null}
      <search>
        <Form className="mb-8 flex flex-wrap items-end gap-4 *:max-w-full">
          <Field field={{ id: "q" }} label={t.search}>
            <TextInput type="search" name="q" size={30} maxLength={40} defaultValue={found.text} />
          </Field>
          <Field field={{ id: "status" }} label={t.status}>
            <Select name="status" defaultValue={found.status ?? ""}>
              <option value="">{`${t.allStatuses} (${formatCount(all)})`}</option>
              {deviceStatuses.map((name) => (
                <option key={name} value={name}>
                  {`${messages.status.stockDevice[name]} (${formatCount(found.counts[name])})`}
                </option>
              ))}
            </Select>
          </Field>
          <Button>{messages.frame.buttons.search}</Button>
        </Form>
      </search>
      <p role="status" className="text-support figures mb-2">
        {t.found(formatCount(found.status ? found.counts[found.status] : all))}
      </p>
      <DeviceTable rows={found.rows} empty={isNarrowed ? t.none : t.noneYet} />
      <Pagination page={found.page} pages={found.pages} />
    </>
  );
}

function DeviceTable({ rows, empty }: Pick<DevicePage, "rows"> & { empty: string }) {
  const t = useMessages().stock;
  return (
    <DataTable
      caption={t.title}
      captionHidden
      empty={empty}
      rows={rows}
      rowKey={({ deviceId }) => deviceId}
      columns={[
        {
          key: "serialNumber",
          header: t.columns.serialNumber,
          rowHeader: true,
          cell: ({ deviceId, serialNumber }) => (
            <Link
              to={`/operations/devices/${deviceId}`}
              className="figures inline-flex min-h-11 items-center break-all"
            >
              {serialNumber}
            </Link>
          ),
        },
        { key: "model", header: t.columns.model, cell: ({ model }) => model },
        { key: "menu", header: t.columns.menu, cell: ({ menuCode }) => menuCode },
        {
          key: "status",
          header: t.columns.status,
          cell: ({ status }) => <MachineStatus machine="stockDevice" state={status} />,
        },
        {
          key: "since",
          header: t.columns.since,
          cell: ({ since }) => <span className="figures">{formatDay(since)}</span>,
        },
      ]}
    />
  );
}
