import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextField, type FormField } from "./text-field.tsx";

/** A postal code, the button that fills the address in by it, and what came of that. */
export function PostalCodeField({
  field,
  autoComplete,
  filled,
}: {
  field: FormField;
  autoComplete: string;
  filled: string | null;
}) {
  const t = useMessages().order.fillAddress;
  return (
    <div className="flex flex-col items-start gap-4">
      <TextField field={field} size={12} autoComplete={autoComplete} />
      <Button look="secondary" name="go" value="address">
        {t.button}
      </Button>
      {filled === "filled" ? (
        <Notice kind="success" live title={t.filled}>
          {t.filledText}
        </Notice>
      ) : null}
      {filled === "unknown" ? (
        <Notice kind="warning" live title={t.unknown}>
          {t.unknownText}
        </Notice>
      ) : null}
    </div>
  );
}
