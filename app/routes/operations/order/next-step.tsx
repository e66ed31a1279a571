import { Form } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { OrderPartProps } from "./decision.tsx";

const box = "border-line flex flex-col items-start gap-4 rounded-12 border bg-white p-6";

/** What staff do next with an order: verify and decide, then set the start day. */
export function NextStep(props: OrderPartProps) {
  const t = useMessages().operations.order;
  const locale = useLocale();
  const { contract, rejection } = props.dossier;
  if (rejection) {
    return (
      <Notice title={t.rejectedFor}>
        {rejection.label[locale]} <ClauseChip clause={rejection.clause} />
      </Notice>
    );
  }
  if (contract.status !== "submitted" && contract.status !== "accepted") return null;
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.nextTitle}</h2>
      {contract.status === "submitted" ? (
        <>
          <Verify {...props} />
          <Decide {...props} />
        </>
      ) : (
        <StartDayForm {...props} />
      )}
    </section>
  );
}

/** Marks the maintenance contract as verified (A5.2). */
function Verify({ dossier, clickId }: OrderPartProps) {
  const t = useMessages().operations.order;
  const verifiedOn = dossier.contract.maintenanceVerified;
  return (
    <section className={box}>
      <h3>
        {t.verifyTitle} <ClauseChip clause="A5.2" />
      </h3>
      {verifiedOn ? (
        <p>✓ {t.verifiedOn(formatDay(verifiedOn))}</p>
      ) : (
        <>
          <p className="measure">{t.verifyText}</p>
          <Form method="post">
            <input type="hidden" name="clickId" value={clickId} />
            <Button name="intent" value="verify">
              {t.verify}
            </Button>
          </Form>
        </>
      )}
    </section>
  );
}

/** The ways to the two decisions (A5.1, A5.4), each on a step of its own. */
function Decide({ dossier, page }: OrderPartProps) {
  const t = useMessages().operations.order;
  return (
    <section className={box}>
      <h3>
        {t.decideTitle} <ClauseChip clause="A5.1" />
      </h3>
      <p className="measure">{t.decideText}</p>
      {dossier.contract.maintenanceVerified ? null : <p>▲ {t.maintenanceToDo}</p>}
      <div className="flex flex-wrap gap-3">
        <LinkButton to={`${page}?confirm=accept`}>{t.toAccept}</LinkButton>
        <LinkButton to={`${page}?confirm=reject`} look="secondary">
          {t.toReject}
        </LinkButton>
      </div>
    </section>
  );
}

/** The start day (A5.5): as wished it is fixed, another is proposed. */
function StartDayForm({ dossier, clickId, failure }: OrderPartProps) {
  const t = useMessages();
  const { wishedStart, proposedStart } = dossier.contract;
  const errors = failure?.id === "startDay" ? [failure.message] : undefined;
  return (
    <section className={box}>
      <h3>
        {t.operations.order.startTitle} <ClauseChip clause="A5.5" />
      </h3>
      {proposedStart ? (
        <p className="measure">{t.operations.order.proposedText(formatDay(proposedStart))}</p>
      ) : null}
      <Form method="post" noValidate className="flex flex-col items-start gap-4">
        <input type="hidden" name="clickId" value={clickId} />
        <Field
          field={{ id: "startDay", errors }}
          label={t.order.fields.startDay}
          required
          support={
            wishedStart ? t.operations.order.startSupport(formatDay(wishedStart)) : undefined
          }
        >
          <TextInput
            type="date"
            name="startDay"
            size={12}
            min={dossier.today}
            max={dossier.latestStart}
            defaultValue={proposedStart ?? wishedStart ?? undefined}
          />
        </Field>
        <Button name="intent" value="setStart">
          {t.operations.order.setStart}
        </Button>
      </Form>
    </section>
  );
}
