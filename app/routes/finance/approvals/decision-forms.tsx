import { Form } from "react-router";
import { formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

/** Approves, or refuses with a reason; whoever has asked for it may only withdraw it. */
export function DecisionForms({
  amount,
  isOwn,
  errors,
  typed,
}: {
  amount: number;
  isOwn: boolean;
  errors: string[];
  typed: string;
}) {
  const t = useMessages().approvals;
  if (isOwn) {
    return (
      <section className="measure flex flex-col gap-4">
        <p>{t.withdraw.lead}</p>
        <Form method="post">
          <Button name="intent" value="withdraw" look="secondary">
            {t.withdraw.button}
          </Button>
        </Form>
      </section>
    );
  }
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <section className="flex flex-col gap-4">
        <h2>{t.approve.title}</h2>
        <p>{t.approve.lead}</p>
        <Form method="post">
          <Button name="intent" value="approve">
            {t.approve.button(formatYen(amount))}
          </Button>
        </Form>
      </section>
      <section className="flex flex-col gap-4">
        <h2>{t.refuse.title}</h2>
        <Form method="post" noValidate className="flex flex-col gap-4">
          <Field field={{ id: "reason", errors }} label={t.refuse.reason} required>
            <Textarea name="reason" rows={3} defaultValue={typed} />
          </Field>
          <div>
            <Button name="intent" value="refuse" look="secondary">
              {t.refuse.button}
            </Button>
          </div>
        </Form>
      </section>
    </div>
  );
}
