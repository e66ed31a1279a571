import { Form, useLocation } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { RadioGroup, type RadioOption } from "#app/ui/radio-group.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { TypedWish } from "#app/usecases/contracts/cancellation-wish.ts";
import { NextExitsSection } from "./next-exits.tsx";
import { noticeSearch } from "./notice-search.ts";
import type { CancellationChoices } from "#app/usecases/contracts/preview-cancellation.ts";

type Words = Messages["contract"]["cancellation"];

const dayField = "day";
const wishField = "wish";

/** What is wrong, with the id of the control to which it belongs. */
function errorOf({ problem }: CancellationChoices, typed: TypedWish | null, words: Words) {
  if (!problem) return null;
  const message =
    "day" in problem
      ? words.errors[problem.problem](formatDay(problem.day))
      : words.errors[problem.problem];
  return { id: typed?.way === "day" ? dayField : wishField, message };
}

/** The ways in which the contract can end, each with what follows in one line; non-renewal first. */
function optionsOf(choices: CancellationChoices, words: Words): RadioOption[] {
  const { term, noticeDay, inTime, earliestEnd, latestEnd, pendingEnd, nextTerm } = choices;
  const byNotice = [words.earliest.support(formatDay(earliestEnd))];
  if (term && nextTerm && earliestEnd > term.end) {
    byNotice.push(words.earliest.renewsFirst(formatDay(nextTerm.start)));
  } else if (term && earliestEnd >= term.start) {
    byNotice.push(words.earliest.nothingSaved);
  } else {
    byNotice.push(words.earliest.beforeStart);
  }
  const declines =
    term && noticeDay && inTime && (pendingEnd === null || term.end < pendingEnd)
      ? [
          {
            value: "term",
            label: words.term.label,
            support: words.term.support(formatDay(term.end)),
          },
        ]
      : [];
  const later = [words.day.support(formatDay(earliestEnd), formatDay(latestEnd))];
  if (!inTime && nextTerm) later.push(words.day.nextTermEnd(formatDay(nextTerm.end)));
  return [
    ...declines,
    { value: "earliest", label: words.earliest.label, support: byNotice.join("") },
    { value: "day", label: words.day.label, support: later.join("") },
  ];
}

/** The first page: which way the contract is to end. A form that only asks, so it is sent with GET. */
export function CancellationChoice({
  choices,
  typed,
}: {
  choices: CancellationChoices;
  typed: TypedWish | null;
}) {
  const { cancellation: words, exits: exitWords } = useMessages().contract;
  const { key } = useLocation();
  const { term, nextTerm, noticeDay, inTime, earliestEnd, latestEnd } = choices;
  const error = errorOf(choices, typed, words);
  const errorsFor = (id: string) => (error?.id === id ? [error.message] : undefined);
  return (
    <>
      <ErrorSummary key={key} errors={error ? [error] : []} />
      {term && noticeDay && nextTerm ? (
        <div className="border-line rounded-8 border p-4">
          <p>
            {inTime
              ? words.term.noticeDay(formatDay(noticeDay.day))
              : words.term.lapsed(formatDay(noticeDay.day), formatDay(nextTerm.start))}
          </p>
          <Derivation of={noticeDay.derivation} />
        </div>
      ) : (
        <p>{words.term.none}</p>
      )}
      <NextExitsSection exits={choices.exits} title={exitWords.title} to={noticeSearch} />
      <Form method="get" noValidate className="flex flex-col gap-6">
        <RadioGroup
          field={{ id: wishField, name: wishField, errors: errorsFor(wishField) }}
          legend={words.choose}
          required
          defaultValue={typed?.way}
          options={optionsOf(choices, words)}
        />
        <Field
          field={{ id: dayField, errors: errorsFor(dayField) }}
          label={words.day.field}
          support={words.day.fieldSupport(formatDay(earliestEnd), formatDay(latestEnd))}
        >
          <TextInput type="date" name={dayField} size={12} defaultValue={typed?.day ?? undefined} />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button>{words.preview}</Button>
          <LinkButton to={`/portal/contracts/${choices.contractId}`} look="secondary">
            {words.review.back}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
