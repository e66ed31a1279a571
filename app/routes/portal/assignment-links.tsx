import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";

type Named = { number: string; companyName: string };

/** Which contract this one continues, and which continues it (A31.1); `to` is the way there for who may go. */
export function AssignmentLinks<Linked extends Named>({
  links: { predecessor, successor },
  to = () => null,
}: {
  links: { predecessor: Linked | null; successor: Linked | null };
  to?: (linked: Linked) => string | null;
}) {
  const t = useMessages().consents.links;
  const describe = (linked: Linked, text: string) => {
    const path = to(linked);
    const name = t.text(linked.number, linked.companyName);
    return (
      <>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {path ? <Link to={path}>{name}</Link> : <span>{name}</span>}
          <ClauseChip clause="A31.1" />
        </p>
        <p className="mt-1">{text}</p>
      </>
    );
  };
  if (!predecessor && !successor) return null;
  return (
    <DescriptionList
      items={[
        ...(predecessor
          ? [{ term: t.predecessor, description: describe(predecessor, t.predecessorText) }]
          : []),
        ...(successor
          ? [{ term: t.successor, description: describe(successor, t.successorText) }]
          : []),
      ]}
    />
  );
}
