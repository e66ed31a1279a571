import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

/** Sets a receipt aside or takes a decision back, with the reason. */
export function DecisionForm({
  intent,
  lead,
  seen,
  errors,
  typed,
}: {
  intent: "setAside" | "undo";
  lead: string;
  seen: number;
  errors: string[];
  typed: string | undefined;
}) {
  const words = useMessages().receipts.receipt;
  return (
    <section className="measure flex flex-col gap-4">
      <h2>{words[intent]}</h2>
      <p>{lead}</p>
      <Form method="post" noValidate className="flex flex-col gap-4">
        <input type="hidden" name="seen" value={seen} />
        <Field field={{ id: "reason", errors }} label={words.reasonLabel} required>
          <Textarea name="reason" rows={3} defaultValue={typed ?? ""} />
        </Field>
        <div>
          <Button name="intent" value={intent} look={intent === "undo" ? "danger" : "secondary"}>
            {intent === "undo" ? words.undoButton : words.setAside}
          </Button>
        </div>
      </Form>
    </section>
  );
}
