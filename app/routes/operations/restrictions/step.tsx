import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { Affected } from "#app/usecases/notices/preview-affected.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import type { RestrictionView } from "#app/usecases/restrictions/restriction-view.ts";
import { AffectedSection } from "../notices/affected-section.tsx";
import { LineField } from "../notices/line-field.tsx";
import { ReviewForm } from "../notices/review-form.tsx";
import { CourseFields } from "./plan-form.tsx";

/** The steps that a restriction may take, each on a page of its own. */
export const restrictionSteps = ["change", "lift", "callOff", "announceEnd"] as const;
export type RestrictionStep = (typeof restrictionSteps)[number];

/** The steps that are open now. */
export function openSteps({ status, endDay, mayEndContracts }: RestrictionView): RestrictionStep[] {
  if (status === "planned") return ["change", "callOff"];
  if (status !== "inForce") return [];
  const mayEnd = mayEndContracts && endDay === null;
  return ["change", "lift", ...(mayEnd ? (["announceEnd"] as const) : [])];
}

interface StepProps {
  step: RestrictionStep;
  restriction: RestrictionView;
  affected: Affected;
  typed: TypedFields;
  errors: readonly { id: string; message: string }[];
  clickId: string;
  back: { to: string; label: string };
}

/** The page of one step: what will happen, by which clause, whom it touches, what it costs. */
export function Step({ step, restriction, affected, typed, errors, clickId, back }: StepProps) {
  const t = useMessages().restrictions;
  const { happens } = t.staff;
  const { clause, endDay } = restriction;
  const counts = [formatCount(affected.customers), formatCount(affected.contracts.length)] as const;
  const mailed = { text: happens.mailed(...counts), clause };
  const words = {
    change: { title: t.staff.reviewChange, submit: t.staff.sendChange },
    lift: { title: t.staff.reviewLift, submit: t.staff.sendLift },
    callOff: { title: t.staff.reviewCallOff, submit: t.staff.sendCallOff },
    announceEnd: { title: t.staff.reviewEnd, submit: t.staff.sendEnd },
  }[step];
  const lines = {
    change: [{ text: happens.changed, clause }],
    lift: [
      { text: happens.lifted, clause },
      ...(endDay ? [{ text: happens.lapses(formatDay(endDay)), clause: "A19.4" }] : []),
    ],
    callOff: [{ text: happens.calledOff, clause }],
    announceEnd: [
      { text: happens.ends, clause: "A19.4" },
      mailed,
      { text: happens.endLapses, clause: "A19.4" },
      { text: happens.endCost, clause: "A17.2" },
    ],
  }[step];
  const fields = {
    change: <CourseFields typed={typed} errors={errors} />,
    lift: null,
    callOff: null,
    announceEnd: <EndFields typed={typed} errors={errors} />,
  }[step];
  return (
    <ReviewForm
      title={words.title}
      happens={lines}
      intent={step}
      submit={words.submit}
      danger={step === "announceEnd"}
      clickId={clickId}
      back={back}
      fields={fields}
    >
      <AffectedSection affected={affected} />
    </ReviewForm>
  );
}

/** The last day of the contracts, the refund, and why (A19.4). */
function EndFields({ typed, errors }: Pick<StepProps, "typed" | "errors">) {
  const t = useMessages().restrictions;
  const errorOf = (name: string) => errors.find(({ id }) => id === name)?.message;
  const line = (name: "endDay" | "ground" | "refundReason") => ({
    ...{ name, label: t.fields[name], typed, error: errorOf(name) },
  });
  const error = errorOf("refund");
  return (
    <>
      <LineField {...line("endDay")} type="date" size={14} />
      <LineField {...line("ground")} rows={3} />
      <RadioGroup
        field={{
          id: "refund",
          name: "refund",
          ...(error === undefined ? {} : { errors: [error] }),
        }}
        legend={t.fields.refund}
        required
        defaultValue={typed["refund"]?.[0]}
        options={(["none", "unearned"] as const).map((value) => ({
          value,
          label: t.refunds[value],
        }))}
      />
      <LineField {...line("refundReason")} rows={3} />
    </>
  );
}
