import { Form } from "react-router";
import { formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Another amount than was asked for: it can be taken as a payment. */
export function TakeForm({
  payment: { paymentId, left },
  clickId,
}: {
  payment: { paymentId: string; left: number };
  clickId: string;
}) {
  const t = useMessages().refunds.take;
  return (
    <Notice kind="warning" title={t.title(formatYen(left))}>
      <p>{t.text}</p>
      <Form method="post" className="mt-4">
        <input type="hidden" name="clickId" value={clickId} />
        <input type="hidden" name="paymentId" value={paymentId} />
        <input type="hidden" name="taken" value={left} />
        <Button name="intent" value="take">
          {t.button(formatYen(left))}
        </Button>
      </Form>
    </Notice>
  );
}
