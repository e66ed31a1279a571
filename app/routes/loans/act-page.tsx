import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { acts, type Act, type ActName } from "#app/usecases/loans/acts.ts";
import type { ActAnswer } from "./act-action.ts";
import { ActFieldControl } from "./act-fields.tsx";
import { actError } from "./act-words.ts";

/** One act on a page of its own: what follows from it by which clause, what is asked, then one button. */
export function ActPage({
  act,
  clauses,
  serialNumber,
  beginning,
  clickId,
  answer,
  page,
  list,
}: {
  act: ActName;
  clauses: readonly string[];
  serialNumber: string | null;
  /** What the form holds at first, by field. */
  beginning: Readonly<Record<string, string>>;
  clickId: string;
  answer: ActAnswer | undefined;
  /** The loan's page. */
  page: string;
  list: { to: string; label: string };
}) {
  const messages = useMessages();
  const t = messages.loans;
  const words = t.acts[act];
  const { fields, isFinal }: Act = acts[act];
  const typed = answer?.typed ?? beginning;
  const wrong = fields.flatMap((name) => {
    const code = answer?.problems[name];
    const radio = { finding: "finding-customer", isDamaged: "isDamaged-no" }[name as string];
    return code ? [{ name, id: radio ?? name, message: actError(messages, name, code) }] : [];
  });
  const errors = [...(answer?.conflict ? [{ message: t.conflict }] : []), ...wrong];
  const name = serialNumber ?? t.noDevice;
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={words.title}
        lead={words.lead}
        trail={[list, { to: page, label: name }]}
        failed={errors.length > 0}
      />
      <div className="measure flex flex-col gap-6">
        <ClauseChips clauses={clauses} />
        {act === "confirmInstallation" ? <Duties /> : null}
        <Form key={answer?.at} method="post" noValidate className="flex flex-col gap-6">
          {/* The enter key presses the first button there is: it must be the way on. */}
          <button tabIndex={-1} aria-hidden="true" className="sr-only" />
          <input type="hidden" name="clickId" value={clickId} />
          {fields.map((field) => (
            <ActFieldControl
              key={field}
              name={field}
              typed={typed[field]}
              errors={wrong.filter((one) => one.name === field).map(({ message }) => message)}
              filled={answer?.filled ?? null}
            />
          ))}
          <div className="flex flex-wrap gap-3">
            <Button look={isFinal ? "danger" : "primary"} size="large">
              {words.submit}
            </Button>
            <LinkButton to={page} look="secondary" size="large">
              {messages.frame.buttons.back}
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  );
}

/** The customer's duties of care while a device is lent (A7.3, A8.2, A8.3). */
function Duties() {
  const { duties } = useMessages().loans;
  return (
    <section>
      <h2>{duties.title}</h2>
      <ul className="mt-2 list-disc pl-6">
        {duties.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
