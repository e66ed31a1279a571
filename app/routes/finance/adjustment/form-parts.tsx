import type { ReactNode } from "react";
import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { AdjustmentIntent, AdjustmentRefusal } from "./adjustment-action.ts";

/** What a form needs to show what was typed into it, and what is wrong with that. */
export interface FormState {
  intents: readonly AdjustmentIntent[];
  refusal: AdjustmentRefusal | undefined;
}

/** The refusal of one of a form's own intents. */
const ownOf = ({ intents, refusal }: FormState) =>
  refusal && intents.includes(refusal.intent) ? refusal : undefined;

const ofReason = ["reasonMissing", "reasonTooLong"];

/** The id of the field that a fault is about; the first amount where it is about those. */
export const faultyField = ({ intent, error }: AdjustmentRefusal, first: string): string => {
  if (ofReason.includes(error)) return `${intent === "whole" ? "credit" : intent}-reason`;
  if (error === "itemMissing") return "item";
  return error === "dayWrong" ? "on" : first;
};

/** An amount in yen, with what was typed or is preset. */
export function AmountField({
  name,
  label,
  preset = "",
  state,
  isFirst = false,
  required = false,
}: {
  name: string;
  label: string;
  preset?: string;
  state: FormState;
  /** What is wrong with amounts is said beside the first one. */
  isFirst?: boolean;
  required?: boolean;
}) {
  const words = useMessages().adjustments.problems;
  const own = ownOf(state);
  const isOfAmount = own && ["amountWrong", "amountMissing", "tooMuch"].includes(own.error);
  const errors = isFirst && isOfAmount ? [words[own.error]] : [];
  return (
    <Field field={{ id: name, errors }} label={label} required={required}>
      <TextInput
        name={name}
        inputMode="numeric"
        size={14}
        defaultValue={own?.typed[name] ?? preset}
      />
    </Field>
  );
}

/** Why it is done. */
export function ReasonField({ id, state }: { id: string; state: FormState }) {
  const t = useMessages().adjustments;
  const own = ownOf(state);
  const errors = own && ofReason.includes(own.error) ? [t.problems[own.error]] : [];
  return (
    <Field field={{ id: `${id}-reason`, errors }} label={t.reason} required>
      <Textarea name="reason" rows={3} defaultValue={own?.typed["reason"] ?? ""} />
    </Field>
  );
}

/** One thing that can be done, with its form. */
export function AdjustmentForm({
  title,
  lead,
  id,
  children,
}: {
  title: string;
  lead: string;
  /** Of what the form makes, so that a second click changes nothing. */
  id: string;
  children: ReactNode;
}) {
  return (
    <section className="border-line rounded-12 flex flex-col gap-4 border p-6">
      <h2>{title}</h2>
      <p className="measure">{lead}</p>
      <Form method="post" noValidate className="flex flex-col gap-4">
        <input type="hidden" name="id" value={id} />
        {children}
      </Form>
    </section>
  );
}
