import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { Confirmation } from "../../operations/confirmation.tsx";

interface Step {
  clickId: string;
  /** Address of the work's page. */
  back: string;
  error: string | undefined;
}

/** The step before the acceptance is signed: what follows from it, who signs, then one button. */
export function AcceptForm({
  clickId,
  back,
  error,
  signer,
  today,
}: Step & { signer: string; today: string }) {
  const t = useMessages().inspections;
  return (
    <Confirmation
      title={t.acceptTitle}
      happens={t.happens.accept}
      intent="accept"
      submit={t.accept}
      clickId={clickId}
      back={{ to: back, label: t.back }}
    >
      <DescriptionList
        items={[{ term: t.signer, description: t.signed(signer, formatDay(today)) }]}
      />
      <div>
        <Checkbox
          id="agreed"
          name="agreed"
          value="yes"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "agreed-error" : undefined}
          label={<span className="font-700">{t.agree}</span>}
        />
        {error ? (
          <p id="agreed-error" className="text-error-2">
            {error}
          </p>
        ) : null}
      </div>
    </Confirmation>
  );
}

/** The step before an objection: what follows from it, the reasons, then one button. */
export function ObjectForm({ clickId, back, error, typed }: Step & { typed: string | undefined }) {
  const t = useMessages().inspections;
  return (
    <Confirmation
      title={t.objectTitle}
      happens={t.happens.object}
      intent="object"
      submit={t.object}
      clickId={clickId}
      back={{ to: back, label: t.back }}
    >
      <Field
        field={{ id: "reasons", errors: error ? [error] : [] }}
        label={t.fields.reasons}
        required
        support={t.support.reasons}
      >
        <Textarea name="reasons" rows={6} defaultValue={typed} />
      </Field>
    </Confirmation>
  );
}
