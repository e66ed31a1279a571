import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { SuspensionCause } from "#machines/contract/context.ts";
import { ClauseText } from "../clause-text.tsx";

const causes: readonly SuspensionCause["kind"][] = ["nonPayment", "breach"];

/** Suspending the service for a cause and lifting it again (A15.2, A16.1). */
export function SuspensionSection({
  suspensions,
  clickId,
  error,
}: {
  suspensions: readonly SuspensionCause[];
  clickId: string;
  error: string | undefined;
}) {
  const t = useMessages().operations.contract;
  // A breach that has a case is suspended and lifted on the case's own page.
  const own = suspensions.filter(({ ref }) => ref === null).map(({ kind }) => kind);
  const open = causes.filter((cause) => !own.includes(cause));
  const labels = suspensions.map(({ kind }) => t.causes[kind].label);
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.suspensionTitle}</h2>
      <p className="measure">{t.suspensionText}</p>
      {suspensions.length > 0 ? (
        <p className="font-700">{t.suspendedFor(labels.join(", "))}</p>
      ) : null}
      {own.map((cause) => (
        <Form key={cause} method="post">
          <input type="hidden" name="clickId" value={clickId} />
          <input type="hidden" name="cause" value={cause} />
          <Button name="intent" value="lift" look="secondary">
            {t.lift(t.causes[cause].label)}
          </Button>
        </Form>
      ))}
      {open.length > 0 ? (
        <Form method="post" noValidate className="flex flex-col items-start gap-4">
          <input type="hidden" name="clickId" value={clickId} />
          <RadioGroup
            field={{ id: "cause", name: "cause", errors: error ? [error] : undefined }}
            legend={t.cause}
            required
            options={open.map((cause) => ({
              value: cause,
              label: (
                <>
                  {t.causes[cause].label} <ClauseText clause={t.causes[cause].clause} />
                </>
              ),
            }))}
          />
          <Button name="intent" value="suspend" look="danger">
            {t.suspend}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
