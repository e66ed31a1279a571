import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Menu } from "#app/usecases/catalog/list-menus.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { LineField } from "../notices/line-field.tsx";
import { MenuChoice } from "../notices/menu-choice.tsx";
import { ReviewButtons } from "../notices/review-buttons.tsx";

/** The form of a discontinuation: what, from when, what customers read, and why it is late if it is. */
export function AnnounceForm({
  typed,
  menus,
  errors,
  clickId,
  back,
}: {
  typed: TypedFields;
  menus: readonly Menu[];
  errors: readonly { id: string; message: string }[];
  clickId: string;
  back: { to: string; label: string };
}) {
  const t = useMessages().restrictions;
  const errorOf = (name: string) => errors.find(({ id }) => id === name)?.message;
  const line = (name: keyof typeof t.fields) => ({
    ...{ name, label: t.fields[name], typed, error: errorOf(name) },
  });
  return (
    <Form method="post" noValidate className="measure flex flex-col gap-8">
      <input type="hidden" name="clickId" value={clickId} />
      <input type="hidden" name="discontinuationId" value={typed["discontinuationId"]?.[0]} />
      <MenuChoice
        menus={menus}
        chosen={typed["menus"] ?? []}
        legend={t.fields.menus}
        error={errorOf("menus")}
      />
      <LineField
        {...line("firstDayWithout")}
        type="date"
        size={14}
        support={t.support.firstDayWithout}
      />
      <LineField {...line("textJa")} rows={4} support={t.support.text} />
      <LineField {...line("textEn")} rows={4} />
      <LineField {...line("lateJa")} rows={2} required={false} support={t.support.late} />
      <LineField {...line("lateEn")} rows={2} required={false} />
      <ReviewButtons review={t.review} back={back} />
    </Form>
  );
}
