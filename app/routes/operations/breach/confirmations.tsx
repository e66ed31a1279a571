import { useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { BreachCaseView } from "#app/usecases/breaches/read-case.ts";
import { Confirmation } from "../confirmation.tsx";
import { ContractChoice } from "./contract-choice.tsx";
import { DebtsTable } from "./debts-table.tsx";

/** The steps that are asked for before they are done. */
export const confirmed = ["cure", "close", "recordUncured", "suspend", "lift"] as const;

export type Confirmed = (typeof confirmed)[number];

interface StepProps {
  view: BreachCaseView;
  step: Confirmed;
  clickId: string;
  page: string;
  /** What is wrong with the step's field, and what was typed in it. */
  error: string | undefined;
  typed: string | undefined;
}

/** What one step brings about, what must be said or chosen for it, then one button. */
export function ConfirmStep({ view, step, clickId, page, error, typed }: StepProps) {
  const t = useMessages().breach;
  const words = step === "recordUncured" ? t.uncured : t[step];
  const isText = step === "cure" || step === "close";
  return (
    <Confirmation
      title={words.title}
      happens={words.happens}
      intent={step}
      clickId={clickId}
      submit={words.submit}
      danger={step === "recordUncured" || step === "suspend"}
      back={{ to: page, label: t.case.back }}
    >
      {isText ? (
        <Field
          field={{ id: "text", errors: error ? [error] : undefined }}
          label={t[step].text}
          required
          support={t.form.factsSupport}
        >
          <Textarea name="text" defaultValue={typed} />
        </Field>
      ) : null}
      {step === "suspend" || step === "lift" ? (
        <ServiceChoice view={view} step={step} error={error} />
      ) : null}
      {step === "recordUncured" ? <DebtsTable debts={view.debts} /> : null}
    </Confirmation>
  );
}

/** The contracts whose service can be stopped, those of the case chosen; or those that it stopped. */
function ServiceChoice({
  view,
  step,
  error,
}: Pick<StepProps, "view" | "error"> & { step: "suspend" | "lift" }) {
  const words = useMessages().breach[step];
  const offered = view.contracts.filter(({ status, suspended }) =>
    step === "lift" ? suspended : status === "active" && !suspended,
  );
  const chosen = offered.filter(({ concerned }) => step === "lift" || concerned);
  return (
    <ContractChoice
      legend={words.contracts}
      error={error}
      contracts={offered.map(({ contractId, number, status }) => ({
        ...{ contractId, number },
        detail: <MachineStatus machine="contract" state={status} />,
      }))}
      chosen={chosen.map(({ contractId }) => contractId)}
    />
  );
}
