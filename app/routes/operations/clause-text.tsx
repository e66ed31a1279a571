import { useMessages } from "#app/i18n/use-messages.ts";
import { clauseWords } from "#app/ui/clause-chip.tsx";

/** A clause in words, for labels: a link inside a label would take the click that chooses. */
export function ClauseText({ clause }: { clause: string }) {
  const words = useMessages().frame.clause;
  return (
    <span className="text-support whitespace-nowrap">
      {clauseWords(clause, words)?.text ?? clause}
    </span>
  );
}
