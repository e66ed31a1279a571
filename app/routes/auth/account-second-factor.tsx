import { getInputProps, useForm, type SubmissionResult } from "@conform-to/react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ErrorSummary, summaryErrors } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { ShownEnrolment } from "./enrolment.ts";
import { ColumnForm } from "./form.tsx";

/** The second factor: in use, waiting for its first code, or offered. */
export function SecondFactor({
  on,
  needed,
  enrolment,
  lastResult,
}: {
  on: boolean;
  needed: boolean;
  enrolment?: ShownEnrolment;
  lastResult?: SubmissionResult;
}) {
  const words = useMessages().auth.account;
  return (
    <section aria-labelledby="second-factor-title">
      <h2 id="second-factor-title" className="text-std-24B-150 mb-4">
        {words.secondFactor}
      </h2>
      {on ? <p>{words.secondFactorOn}</p> : null}
      {!on && needed ? (
        <Notice kind="warning" title={words.secondFactorNeeded} className="mb-6" />
      ) : null}
      {!on && enrolment ? <Complete enrolment={enrolment} lastResult={lastResult} /> : null}
      {!on && !enrolment ? <Begin lastResult={lastResult} /> : null}
    </section>
  );
}

function Begin({ lastResult }: { lastResult?: SubmissionResult }) {
  const words = useMessages().auth.account;
  const [form, fields] = useForm<{ currentPassword: string }>({ id: "begin", lastResult });
  return (
    <>
      <p className="mb-6">
        {words.secondFactorOff} {words.beginLead}
      </p>
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      <ColumnForm id={form.id} submit={words.begin}>
        <input type="hidden" name="intent" value="begin" />
        <Field field={fields.currentPassword} label={words.currentPassword} required>
          <TextInput
            {...getInputProps(fields.currentPassword, { type: "password" })}
            autoComplete="current-password"
          />
        </Field>
      </ColumnForm>
    </>
  );
}

function Complete({
  enrolment,
  lastResult,
}: {
  enrolment: ShownEnrolment;
  lastResult?: SubmissionResult;
}) {
  const t = useMessages();
  const words = t.auth.account;
  const [form, fields] = useForm<{ code: string }>({ id: "complete", lastResult });
  const { key, address, recoveryCodes } = enrolment;
  return (
    <>
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      <p className="mb-2">{words.keyLead}</p>
      <p className="mb-2">
        {words.key}: <code className="font-700 break-all">{key}</code>
      </p>
      <p className="mb-6">
        <a href={address}>{words.openApp}</a>
      </p>
      <h3 className="text-std-18B-160">{words.recovery}</h3>
      <p className="mb-2">{words.recoveryLead}</p>
      <ul className="mb-6 grid grid-cols-2 gap-2">
        {recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ColumnForm id={form.id} submit={words.complete}>
        <input type="hidden" name="intent" value="complete" />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="recoveryCodes" value={recoveryCodes.join(" ")} />
        <Field field={fields.code} label={t.auth.secondFactor.code} required>
          <TextInput
            {...getInputProps(fields.code, { type: "text" })}
            inputMode="numeric"
            autoComplete="one-time-code"
            size={8}
          />
        </Field>
      </ColumnForm>
    </>
  );
}
