import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import type { TypedStep } from "#app/usecases/orders/order-form/typed.ts";
import { inWords } from "../order/error-words.ts";
import { PrefectureField, TextField } from "../order/text-field.tsx";

/** What an assignee says of itself with its answer: the fields of an order for company and maintenance. */
export function PapersFields({
  company,
  maintenance,
  problems,
}: {
  /** Null where the company is registered. */
  company: TypedStep | null;
  maintenance: TypedStep;
  problems: readonly { field: string; code: string }[];
}) {
  const messages = useMessages();
  const t = messages.consents;
  const fieldOf = (typed: TypedStep) => (name: string) => {
    const errors = problems.filter(({ field }) => field === name).map(({ code }) => code);
    return {
      ...inWords(messages.order, { id: name, name, errors }),
      initialValue: typed[name],
    };
  };
  const own = fieldOf(company ?? {});
  const field = fieldOf(maintenance);
  return (
    <>
      {company ? (
        <section className="flex flex-col gap-6">
          <h3>
            {t.companyTitle} <ClauseChip clause="A5.1" />
          </h3>
          <p className="measure">{t.companyText}</p>
          <TextField field={own("companyName")} autoComplete="organization" />
          <TextField field={own("companyNameKana")} />
          <TextField field={own("representative")} />
          <TextField field={own("postalCode")} size={12} autoComplete="postal-code" />
          <PrefectureField field={own("prefecture")} autoComplete="address-level1" />
          <TextField field={own("city")} autoComplete="address-level2" />
          <TextField field={own("street")} autoComplete="address-line1" />
          <TextField field={own("phone")} type="tel" size={20} autoComplete="tel" />
          <TextField field={own("contactName")} autoComplete="name" />
          <TextField field={own("contactEmail")} type="email" autoComplete="email" />
        </section>
      ) : null}
      <section className="flex flex-col gap-6">
        <h3>
          {t.maintenanceTitle} <ClauseChip clause="A5.2" />
        </h3>
        <p className="measure">{t.maintenanceText}</p>
        <TextField field={field("vendor")} />
        <TextField field={field("contractNumber")} size={30} />
        <TextField field={field("hardwareModel")} size={30} />
        <TextField field={field("serialNumber")} size={30} />
        <TextField field={field("validUntil")} type="date" size={12} />
      </section>
    </>
  );
}
