import { Form } from "react-router";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import type { Menu } from "#app/usecases/catalog/list-menus.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import type { RestrictionReason } from "#machines/terms/a19-restriction.ts";
import { LineField } from "../notices/line-field.tsx";
import { MenuChoice } from "../notices/menu-choice.tsx";
import { ReviewButtons } from "../notices/review-buttons.tsx";

/** What the form of a restriction is drawn from. */
export interface PlanFormProps {
  typed: TypedFields;
  menus: readonly Menu[];
  reasons: readonly RestrictionReason[];
  errors: readonly { id: string; message: string }[];
  clickId: string;
  back: { to: string; label: string };
}

/** The form of a restriction: why, whom it touches, from when, until when, what customers read. */
export function PlanForm({ typed, menus, reasons, errors, clickId, back }: PlanFormProps) {
  const t = useMessages().restrictions;
  const locale = useLocale();
  const errorOf = (name: string) => errors.find(({ id }) => id === name)?.message;
  const field = (name: keyof typeof t.fields) => {
    const error = errorOf(name);
    return { id: name, name, ...(error === undefined ? {} : { errors: [error] }) };
  };
  const line = (name: keyof typeof t.fields) => ({
    ...{ name, label: t.fields[name], typed, error: errorOf(name) },
  });
  return (
    <Form method="post" noValidate className="measure flex flex-col gap-8">
      <input type="hidden" name="clickId" value={clickId} />
      <input type="hidden" name="restrictionId" value={typed["restrictionId"]?.[0]} />
      <Field field={field("clause")} label={t.fields.clause} required>
        <Select name="clause" defaultValue={typed["clause"]?.[0] ?? ""}>
          <option value="">{t.choose}</option>
          {reasons.map(({ clause, label }) => (
            <option key={clause} value={clause}>
              {`${clause.slice(1)} ${label[locale]}`}
            </option>
          ))}
        </Select>
      </Field>
      <RadioGroup
        field={field("scope")}
        legend={t.fields.scope}
        required
        defaultValue={typed["scope"]?.[0]}
        options={(["menus", "contracts"] as const).map((value) => ({
          value,
          label: t.scopes[value],
        }))}
      />
      <MenuChoice
        menus={menus}
        chosen={typed["menus"] ?? []}
        legend={t.fields.menus}
        support={t.support.menus}
        error={errorOf("menus")}
        required={false}
      />
      <LineField {...line("numbers")} rows={3} required={false} support={t.support.numbers} />
      <RadioGroup
        field={field("start")}
        legend={t.fields.start}
        required
        defaultValue={typed["start"]?.[0]}
        options={(["now", "later"] as const).map((value) => ({ value, label: t.starts[value] }))}
      />
      <LineField
        {...line("startsAt")}
        type="datetime-local"
        size={20}
        required={false}
        support={t.support.startsAt}
      />
      <CourseFields typed={typed} errors={errors} />
      <ReviewButtons review={t.review} back={back} />
    </Form>
  );
}

/** What may change while it lasts: the expected end, and what customers read. */
export function CourseFields({ typed, errors }: Pick<PlanFormProps, "typed" | "errors">) {
  const t = useMessages().restrictions;
  const line = (name: "endsAt" | "textJa" | "textEn") => ({
    ...{ name, label: t.fields[name], typed },
    error: errors.find(({ id }) => id === name)?.message,
  });
  return (
    <>
      <LineField
        {...line("endsAt")}
        type="datetime-local"
        size={20}
        required={false}
        support={t.support.endsAt}
      />
      <LineField {...line("textJa")} rows={4} support={t.support.text} />
      <LineField {...line("textEn")} rows={4} />
    </>
  );
}
