import { useMessages } from "#app/i18n/use-messages.ts";

/** Why a proposal is made, and how sure it is. */
export function Reasons({
  reasons,
  confidence,
}: {
  reasons: readonly string[];
  confidence: number | null;
}) {
  const t = useMessages().receipts;
  return (
    <ul className="text-support flex flex-wrap gap-x-4">
      {confidence === null ? null : <li className="figures">{t.confidenceOf(confidence)}</li>}
      {reasons.map((reason) => (
        <li key={reason}>{t.reasons[reason] ?? reason}</li>
      ))}
    </ul>
  );
}
