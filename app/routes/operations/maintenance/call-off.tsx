import { formatCount } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import type { Affected } from "#app/usecases/notices/preview-affected.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { AffectedSection } from "../notices/affected-section.tsx";
import { LineField } from "../notices/line-field.tsx";
import { ReviewForm } from "../notices/review-form.tsx";
import { WindowFacts } from "./window-review.tsx";

/** The page before a window is called off: what happens, who gets a mail, and why it is called off. */
export function CallOff({
  window,
  affected,
  typed = {},
  errors,
  clickId,
  back,
}: {
  window: MaintenanceWindow;
  affected: Affected;
  typed?: TypedFields | undefined;
  errors: readonly { id: string; message: string }[];
  clickId: string;
  back: { to: string; label: string };
}) {
  const t = useMessages().maintenance.staff;
  const { customers, contracts } = affected;
  const texts = [
    t.happens.calledOff,
    t.happens.mailed(formatCount(customers), formatCount(contracts.length)),
  ];
  return (
    <ReviewForm
      title={t.reviewCallOff}
      happens={texts.map((text) => ({ text, clause: "A22.5(4)" }))}
      intent="callOff"
      submit={t.sendCallOff}
      danger
      clickId={clickId}
      back={back}
      fields={(["reasonJa", "reasonEn"] as const).map((name) => (
        <LineField
          key={name}
          name={name}
          label={t.fields[name]}
          typed={typed}
          error={errors.find(({ id }) => id === name)?.message}
        />
      ))}
    >
      <WindowFacts window={window} />
      <AffectedSection affected={affected} />
    </ReviewForm>
  );
}
