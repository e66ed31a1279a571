import { Form, redirect, useActionData, useLoaderData } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { advanceClock } from "#app/usecases/demo/advance-clock.ts";
import { readClock } from "#app/usecases/demo/read-clock.ts";
import { asResponse, Problem } from "#app/usecases/problem.ts";
import { PublicFrame } from "../public/frame.tsx";
import type { Route } from "./+types/clock.ts";

const hour = 60 * 60 * 1000;

/** Deadlines fire half a minute after they are due, so just past one is a minute later. */
const pastDeadline = 60 * 1000;

const steps = { day: 24 * hour, week: 7 * 24 * hour, month: 30 * 24 * hour } as const;

export async function loader({ request }: Route.LoaderArgs) {
  const fired = new URL(request.url).searchParams.get("fired");
  try {
    return { ...(await readClock()), fired: fired === null ? null : Number(fired) };
  } catch (error) {
    throw asResponse(error);
  }
}

/** The instant that the form asks for, as ISO text; empty where it asks for none. */
async function targetOf(form: FormData): Promise<string> {
  const step = String(form.get("step") ?? "");
  const { now, upcoming } = await readClock();
  if (step in steps) {
    return new Date(Date.parse(now) + steps[step as keyof typeof steps]).toISOString();
  }
  if (step === "next") {
    const next = upcoming[0];
    return next ? new Date(Date.parse(next.dueAt) + pastDeadline).toISOString() : "";
  }
  const day = String(form.get("day") ?? "");
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T10:00:00+09:00` : "";
}

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  try {
    const fired = await advanceClock(await targetOf(form));
    return redirect(`/demo/clock?fired=${fired}`);
  } catch (error) {
    if (error instanceof Problem && error.code === "invalid") {
      return { invalid: true, day: String(form.get("day") ?? "") };
    }
    throw asResponse(error);
  }
}

export default function DemoClock() {
  const { now, upcoming, mailboxUrl, fired } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useMessages().demo;
  const errors = result ? [t.invalidDay] : undefined;
  const field = { id: "day", errors };
  return (
    <PublicFrame>
      <ErrorSummary errors={errors ? [{ id: "day", message: t.invalidDay }] : []} />
      <PageHeader title={t.title} lead={t.lead} failed={result !== undefined} />
      <div className="flex flex-col gap-10">
        {fired === null || result ? null : <Notice kind="success" live title={t.fired(fired)} />}
        <p className="border-line rounded-8 border p-6">
          <span className="text-support block">{t.now}</span>
          <span className="figures text-std-28B-150">{formatInstant(now)}</span>
        </p>
        <p>
          <a href={mailboxUrl} target="_blank" rel="noreferrer">
            {t.mailbox}
          </a>
        </p>
        <section className="flex flex-col gap-4">
          <h2>{t.stepTitle}</h2>
          <Form method="post" className="flex flex-wrap gap-3">
            {(["next", "day", "week", "month"] as const).map((step) => (
              <Button key={step} name="step" value={step} look="secondary">
                {t.step[step]}
              </Button>
            ))}
          </Form>
        </section>
        <section className="flex flex-col gap-4">
          <h2>{t.jumpTitle}</h2>
          <Form method="post" noValidate className="flex flex-col items-start gap-4">
            <Field field={field} label={t.jumpDay} required support={t.jumpSupport}>
              <TextInput type="date" name="day" size={12} defaultValue={result?.day} />
            </Field>
            <Button>{t.jump}</Button>
          </Form>
        </section>
        <DataTable
          caption={t.upcoming}
          empty={t.upcomingEmpty}
          rows={upcoming}
          rowKey={(row) => `${row.dueAt}${row.number}${row.eventType}${row.customerName}`}
          columns={[
            {
              key: "due",
              header: t.due,
              rowHeader: true,
              cell: (row) => <span className="figures">{formatInstant(row.dueAt)}</span>,
            },
            { key: "customer", header: t.customer, cell: (row) => row.customerName },
            {
              key: "subject",
              header: t.subject,
              cell: (row) => `${t.kinds[row.kind]} ${row.number ?? ""}`,
            },
            {
              key: "what",
              header: t.what,
              cell: (row) => t.events[row.eventType] ?? row.eventType,
            },
          ]}
        />
      </div>
    </PublicFrame>
  );
}
