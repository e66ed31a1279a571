import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { PendingNotice } from "#app/usecases/contracts/notices.ts";

/** What a pending notice leads to, why on that day, and how far its withdrawal has come. */
export function NoticeFacts({ notice }: { notice: PendingNotice }) {
  const t = useMessages().contract.notices;
  const { endDay, clause, derivation, askedOn } = notice;
  return (
    <DescriptionList
      items={[
        {
          term: t.end,
          description: (
            <>
              <span className="figures font-700">{t.endText(formatDay(endDay))}</span>{" "}
              <ClauseChip clause={clause} />
              {derivation ? <Derivation of={derivation} /> : null}
            </>
          ),
        },
        { term: t.state, description: askedOn ? t.asked(formatDay(askedOn)) : t.notAsked },
      ]}
    />
  );
}
