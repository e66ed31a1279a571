import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { actsOf } from "#app/usecases/matters/acts.ts";
import type { MatterChoices } from "#app/usecases/matters/place-of-matter.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";
import type { MatterAnswer } from "./matter-action.ts";
import { MatterFieldControl } from "./matter-fields.tsx";
import { useMatterErrors } from "./matter-words.ts";

/** One act on a page of its own: what follows from it by which clause, what is asked, then one button. */
export function MatterForm({
  kind,
  type,
  clickId,
  beginning,
  choices,
  answer,
  trail,
}: {
  kind: MatterKind;
  type: string;
  clickId: string;
  /** What the form holds at first, by field. */
  beginning: Readonly<Record<string, string>>;
  choices: MatterChoices;
  answer: MatterAnswer | undefined;
  /** The pages above, the nearest last. */
  trail: readonly { to: string; label: string }[];
}) {
  const messages = useMessages();
  const t = messages.matters;
  const act = actsOf(kind)[type];
  const words = t.acts[kind]?.[type];
  const fields = act?.fields ?? [];
  const errors = useMatterErrors(kind, fields, answer);
  const typed = answer?.typed ?? beginning;
  if (!act || !words) return null;
  const isLost = answer && errors.of("files").length === 0 && fields.includes("files");
  return (
    <>
      <ErrorSummary errors={errors.summary} />
      <PageHeader
        title={words.title}
        lead={words.lead}
        trail={[...trail]}
        failed={errors.summary.length > 0}
      />
      <div className="measure flex flex-col gap-6">
        <ClauseChips clauses={t.clauses[kind]} />
        <Form
          key={answer?.at}
          method="post"
          {...(fields.includes("files") ? { encType: "multipart/form-data" as const } : {})}
          noValidate
          className="flex flex-col gap-6"
        >
          {/* The enter key presses the first button there is: it must be the way on. */}
          <button tabIndex={-1} aria-hidden="true" className="sr-only" />
          <input type="hidden" name="clickId" value={clickId} />
          {fields.map((name) => (
            <MatterFieldControl
              key={name}
              {...{ kind, name, choices }}
              typed={typed[name]}
              errors={errors.of(name)}
              filled={answer?.filled ?? null}
              required={!act.optional?.includes(name)}
            />
          ))}
          {isLost ? <p className="text-support">{t.chooseFilesAgain}</p> : null}
          <div className="flex flex-wrap gap-3">
            <Button look={act.isFinal ? "danger" : "primary"} size="large">
              {words.submit}
            </Button>
            <LinkButton to={trail.at(-1)?.to ?? "/"} look="secondary" size="large">
              {messages.frame.buttons.back}
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  );
}
