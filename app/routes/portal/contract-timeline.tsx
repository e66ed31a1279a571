import { dayOfInstant, formatDay, formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Derivation } from "#app/ui/derivation.tsx";
import { Timeline, type TimelineEntry } from "#app/ui/timeline.tsx";
import type { ContractPictureData } from "#app/usecases/contracts/contract-view.ts";
import type { Coming } from "#app/usecases/contracts/deadlines.ts";
import { comingWords, happenedWords, whoWords } from "./contract-words.ts";

/** Deadlines that are the end of a day: said as 24:00 of that day, not as 00:00 of the next. */
const endsOfDay: readonly Coming["kind"][] = ["end", "fixRenewal", "overdue"];

const urgentDays = 14;

/** The instant of a deadline as it is said. */
function deadlineText({ kind, dueAt }: Coming, at24: (day: string) => string): string {
  if (!endsOfDay.includes(kind)) return formatInstant(dueAt);
  const lastMoment = new Date(Date.parse(dueAt) - 1).toISOString();
  return at24(formatDay(dayOfInstant(lastMoment)));
}

/** Whether a deadline asks the customer to do something within two weeks. */
function isUrgent({ kind, dueAt }: Coming, today: string): boolean {
  const days = (Date.parse(dueAt) - Date.parse(`${today}T00:00:00+09:00`)) / 86_400_000;
  return (kind === "fixRenewal" || kind === "overdue") && days <= urgentDays;
}

/** The first deadline that changes something, reminders left out; nothing where none is to come. */
export function NextDeadline({ picture }: { picture: ContractPictureData }) {
  const t = useMessages();
  const next = picture.coming.find(({ kind }) => !kind.startsWith("remind"));
  if (!next) return null;
  return (
    <p className="flex flex-wrap gap-x-3">
      <span className="font-700">{t.contract.picture.next}</span>
      <time dateTime={next.dueAt} className="figures">
        {deadlineText(next, t.contract.picture.deadline)}
      </time>
      <a href="#timeline-title">{comingWords(next, t)}</a>
    </p>
  );
}

/**
 * The history of a contract and what comes next, divided by today: in words, with who set it off, the
 * clauses, and on demand why a deadline falls on its day. `forStaff` names the operator's roles and
 * shows what concerns the operator alone.
 */
export function ContractTimeline({
  picture,
  forStaff = false,
}: {
  picture: ContractPictureData;
  forStaff?: boolean;
}) {
  const t = useMessages();
  const locale = useLocale();
  const past = picture.history.map((item): TimelineEntry => {
    const follows = item.follows.map((one) => ({ ...one, text: happenedWords(one, t, locale) }));
    return {
      id: item.id,
      when: formatInstant(item.at),
      dateTime: item.at,
      title: happenedWords(item, t, locale),
      actor: whoWords(item.who, t, forStaff),
      clauses: item.clauses,
      detail:
        follows.length > 0 ? (
          <ul aria-label={t.contract.picture.follows} className="list-disc pl-6">
            {follows.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        ) : null,
    };
  });
  const coming = picture.coming
    .filter(({ kind }) => forStaff || kind !== "remindFinance")
    .map((one): TimelineEntry => {
      return {
        id: one.id,
        when: deadlineText(one, t.contract.picture.deadline),
        dateTime: one.dueAt,
        title: comingWords(one, t),
        clauses: [one.clause],
        urgent: isUrgent(one, picture.today),
        detail: one.derivation ? <Derivation of={one.derivation} /> : null,
      };
    });
  return <Timeline past={past} coming={coming} today={picture.today} />;
}
