import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";

/**
 * A button that first says what it will do: pressing it opens the text and the button that does it,
 * also without scripts.
 */
export function ConfirmedAction({
  label,
  of,
  text,
  action,
  fields,
  danger = false,
}: {
  label: string;
  /** Says for a screen reader which row the button belongs to. */
  of: string;
  text: string;
  /** Where the form is sent. */
  action: string;
  fields: Record<string, string | number>;
  danger?: boolean;
}) {
  return (
    <details className="group w-full max-w-80 text-left">
      <summary className="border-key-900 text-key-900 hover:bg-key-50 text-oln-14B-100 rounded-8 inline-flex min-h-11 cursor-pointer items-center gap-2 border bg-white px-3 py-1.5">
        {label}
        <span className="sr-only">{of}</span>
        <span aria-hidden="true" className="group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="mt-2 flex flex-col items-start gap-2">
        <p>{text}</p>
        <Form method="post" action={action}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button size="small" look={danger ? "danger" : "primary"}>
            {label}
            <span className="sr-only">{of}</span>
          </Button>
        </Form>
      </div>
    </details>
  );
}
