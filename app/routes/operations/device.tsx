import { data, Form, Link, redirect, useActionData } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { makeAvailable, takeOut } from "#app/usecases/devices/move-device.ts";
import type { DeviceStatus } from "#app/usecases/devices/search-devices.ts";
import { readDevice } from "#app/usecases/devices/read-device.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/device.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const device = await answer(() => readDevice(principalOf(context), params.deviceId));
  const done = new URL(request.url).searchParams.get("done");
  return { device, done, clickId: newIdentifier() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const principal = principalOf(context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const target = { deviceId: params.deviceId, clickId: text("clickId") };
  const [intent, typed] = [text("intent"), text("reason")];
  return answer(async () => {
    const refused = (error: "conflict" | "reasonMissing" | "reasonTooLong", status: number) =>
      data({ error, typed }, { status });
    if (intent !== "makeAvailable" && intent !== "sendToRepair" && intent !== "retire") {
      throw new Problem("invalid", "no such form");
    }
    try {
      const fault =
        intent === "makeAvailable"
          ? await makeAvailable(principal, target)
          : await takeOut(principal, target, intent, typed);
      if (fault) return refused(fault, 422);
      return redirect(`/operations/devices/${params.deviceId}?done=${intent}`, 303);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return refused("conflict", 409);
      throw error;
    }
  });
}

export default function DevicePage({ loaderData }: Route.ComponentProps) {
  const { device, done, clickId } = loaderData;
  const failed = useActionData<typeof action>();
  const t = useMessages().stock;
  const error = failed ? t.faults[failed.error] : null;
  const isOfReason = failed !== undefined && failed.error !== "conflict";
  return (
    <>
      <ErrorSummary errors={error && isOfReason ? [{ id: "reason", message: error }] : []} />
      <PageHeader
        title={device.serialNumber}
        trail={[{ to: "/operations/devices", label: t.title }]}
        status={<MachineStatus machine="stockDevice" state={device.status} />}
        failed={error !== null}
      />
      <div className="flex flex-col gap-10">
        {done && t.done[done] && !failed ? (
          <Notice kind="success" live title={t.done[done]} />
        ) : null}
        {error && !isOfReason ? <Notice kind="error" live title={error} /> : null}
        <DescriptionList
          items={[
            { term: t.columns.model, description: device.model },
            { term: t.columns.menu, description: device.menuCode },
            { term: t.registeredOn, description: formatDay(device.registeredOn) },
            { term: t.columns.since, description: formatDay(device.since) },
            ...(device.reason ? [{ term: t.reason, description: device.reason }] : []),
          ]}
        />
        {device.holderId && device.loanId ? (
          <p>
            <Link to={`/operations/loans/${device.holderId}/${device.loanId}`}>{t.loan}</Link>
          </p>
        ) : null}
        <Acts
          status={device.status}
          clickId={clickId}
          typed={failed?.typed ?? ""}
          errors={error && isOfReason ? [error] : []}
        />
      </div>
    </>
  );
}

function Acts({
  status,
  clickId,
  typed,
  errors,
}: {
  status: DeviceStatus;
  clickId: string;
  typed: string;
  errors: string[];
}) {
  const t = useMessages().stock.acts;
  if (status === "retired") return <p>{t.retiredText}</p>;
  if (status === "reserved" || status === "out" || status === "lost") return null;
  return (
    <section className="measure flex flex-col gap-6">
      <h2>{t.title}</h2>
      {status === "free" ? null : (
        <Form method="post" noValidate className="flex flex-col gap-4">
          <input type="hidden" name="clickId" value={clickId} />
          <p>{t.makeAvailable[status]}</p>
          <div>
            <Button name="intent" value="makeAvailable">
              {t.makeAvailableButton}
            </Button>
          </div>
        </Form>
      )}
      <Form method="post" noValidate className="flex flex-col gap-4">
        <input type="hidden" name="clickId" value={clickId} />
        <p>{status === "inRepair" ? t.retireLead : t.takeOutLead}</p>
        <Field field={{ id: "reason", errors }} label={t.reason} required>
          <Textarea name="reason" rows={3} defaultValue={typed} />
        </Field>
        <div className="flex flex-wrap gap-4">
          {status === "inRepair" ? null : (
            <Button name="intent" value="sendToRepair" look="secondary">
              {t.sendToRepair}
            </Button>
          )}
          <Button name="intent" value="retire" look="danger">
            {t.retire}
          </Button>
        </div>
      </Form>
    </section>
  );
}
