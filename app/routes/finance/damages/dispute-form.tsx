import { Form } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { DamagesRefusal } from "./damages-action.ts";
import { ReasonField } from "./reason-field.tsx";

/** Records that the customer disputes the invoice (異議), or ends the dispute under way. */
export function DisputeForm({
  dispute,
  clickId,
  refusal,
}: {
  dispute: { since: string; reason: string } | null;
  clickId: string;
  refusal: DamagesRefusal | undefined;
}) {
  const t = useMessages().damages;
  const words = t.dispute;
  const intent = dispute ? "endDispute" : "dispute";
  const form = (
    <Form method="post" noValidate className="measure flex flex-col gap-4">
      <input type="hidden" name="clickId" value={clickId} />
      <p>{dispute ? words.endText : words.text}</p>
      <ReasonField id={intent} label={dispute ? words.endReason : words.reason} refusal={refusal} />
      <div>
        <Button name="intent" value={intent} look="secondary">
          {dispute ? words.endButton : words.button}
        </Button>
      </div>
    </Form>
  );
  if (!dispute) {
    return (
      <Disclosure summary={words.title} open={refusal?.intent === "dispute"}>
        {form}
      </Disclosure>
    );
  }
  return (
    <Notice kind="warning" title={words.since(formatDay(dispute.since), dispute.reason)}>
      <h3 className="mt-3">{words.endTitle}</h3>
      {form}
    </Notice>
  );
}
