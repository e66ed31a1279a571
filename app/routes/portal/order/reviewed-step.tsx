import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Locale, Messages } from "#app/i18n/messages.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { outsideJapan } from "#app/usecases/orders/order-form/fields.ts";
import { prefectures } from "#app/usecases/orders/order-form/prefectures.ts";
import { stepFields, type FormStep } from "#app/usecases/orders/order-form/steps.ts";
import type { OrderReview } from "#app/usecases/orders/review-order.ts";
import { fieldLabel } from "./error-words.ts";

type Shown = Pick<OrderReview, "typed" | "values" | "menuNames">;

/** The fields of a step that say something: an address that is the company's is not repeated. */
function shownFields(step: FormStep, { typed, values }: Shown): readonly string[] {
  const all = stepFields[step];
  if (step === "site" && typed.site?.["sameAsCompany"] === "on") return all.slice(0, 2);
  if (step === "site") return all.filter((name) => name !== "sameAsCompany");
  // Which declarations an order needs follows from its menus; ticked ones are shown in any case.
  if (step === "declarations" && values)
    return all.filter((name) => typed.declarations?.[name] === "on");
  return all;
}

/** A complete field is shown as it was read, any other as it was typed. */
function valueOf(step: FormStep, name: string, { typed, values }: Shown): string | string[] {
  const read = values && step !== "declarations" ? values[step] : undefined;
  const value = (read as Record<string, unknown> | undefined)?.[name] ?? typed[step]?.[name] ?? "";
  return Array.isArray(value) ? value.map(String) : String(value);
}

function words(t: Messages["order"], locale: Locale, shown: Shown, step: FormStep, name: string) {
  const value = valueOf(step, name, shown);
  if (step === "declarations") return value === "on" ? `✓ ${t.review.ticked}` : t.review.empty;
  if (name === "sameAsCompany") return `✓ ${t.fields.sameAsCompany}`;
  if (step === "menus" && name !== "wishedStart") {
    const codes = [value].flat().filter((code) => code !== "");
    if (codes.length === 0) return name === "options" ? t.menu.none : t.review.empty;
    return codes.map((code) => shown.menuNames[code]?.[locale] ?? code).join(", ");
  }
  if (value === outsideJapan) return t.outsideJapan;
  if (name === "prefecture") {
    return prefectures.find(({ ja }) => ja === value)?.[locale] ?? (value || t.review.empty);
  }
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  return String(value) || t.review.empty;
}

/** One page of the form as it was filled in, with the way back to it. */
export function ReviewedStep({
  step,
  contractId,
  review,
}: {
  step: FormStep;
  contractId: string;
  review: Shown;
}) {
  const t = useMessages().order;
  const locale = useLocale();
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2>{t.steps[step]}</h2>
        <LinkButton size="small" look="secondary" to={`/portal/orders/${contractId}/${step}`}>
          {t.review.change(t.steps[step])}
        </LinkButton>
      </div>
      <DescriptionList
        items={shownFields(step, review).map((name) => ({
          key: name,
          term: fieldLabel(t, name),
          description: words(t, locale, review, step, name),
        }))}
      />
    </section>
  );
}
