import { Form } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Menu } from "#app/usecases/catalog/list-menus.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { LineField } from "../notices/line-field.tsx";
import { MenuChoice } from "../notices/menu-choice.tsx";
import { ReviewButtons } from "../notices/review-buttons.tsx";

/** The sentences for what is wrong with a form of the calendar, by field, in the order of the fields. */
export function faultWords(
  t: Messages["maintenance"]["staff"],
  faults: Readonly<Record<string, string | undefined>>,
): { id: string; message: string }[] {
  const labels: Record<string, string> = t.fields;
  const { menus, ...words } = t.faults;
  return Object.keys(labels).flatMap((id) => {
    const fault = faults[id];
    if (fault === undefined) return [];
    if (id === "menus") return [{ id, message: menus }];
    const say = (words as Record<string, (label: string) => string>)[fault] ?? words.missing;
    return [{ id, message: say(labels[id] ?? id) }];
  });
}

/** What the form of a window is drawn from. */
export interface WindowFormProps {
  typed: TypedFields;
  menus: readonly Menu[];
  errors: readonly { id: string; message: string }[];
  clickId: string;
  /** The start of a window that is under way; null for one ahead. */
  begunAt: string | null;
  back: { to: string; label: string };
}

/** The form of a window: its times, what it touches, what customers read of it. */
export function WindowForm({ typed, menus, errors, clickId, begunAt, back }: WindowFormProps) {
  const t = useMessages().maintenance.staff;
  const errorOf = (name: string) => errors.find(({ id }) => id === name)?.message;
  const line = (name: keyof typeof t.fields) => ({
    ...{ name, label: t.fields[name], typed, error: errorOf(name) },
  });
  return (
    <Form method="post" noValidate className="measure flex flex-col gap-8">
      <input type="hidden" name="clickId" value={clickId} />
      {(typed["maintenanceId"] ?? []).map((id) => (
        <input key={id} type="hidden" name="maintenanceId" value={id} />
      ))}
      {begunAt === null ? (
        <LineField
          {...line("startsAt")}
          type="datetime-local"
          size={20}
          support={t.support.startsAt}
        />
      ) : (
        <p>
          <input type="hidden" name="startsAt" value={typed["startsAt"]?.[0]} />
          {t.support.begun(formatInstant(begunAt))}
        </p>
      )}
      <LineField {...line("endsAt")} type="datetime-local" size={20} />
      <MenuChoice
        menus={menus}
        chosen={typed["menus"] ?? []}
        legend={t.fields.menus}
        error={errorOf("menus")}
      />
      <LineField {...line("titleJa")} support={t.support.title} />
      <LineField {...line("titleEn")} />
      <LineField {...line("textJa")} rows={4} required={false} support={t.support.text} />
      <LineField {...line("textEn")} rows={4} required={false} />
      <ReviewButtons review={t.review} back={back} />
    </Form>
  );
}
