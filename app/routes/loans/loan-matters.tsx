import { useMessages } from "#app/i18n/use-messages.ts";
import type { LoanRow } from "#app/usecases/loans/list-loans.ts";

/** What is under way beside where a device is: a move, a fault, a loss that was reported, a charge. */
export function LoanMatters({
  loan,
}: {
  loan: Pick<LoanRow, "relocation" | "fault" | "lossReportedOn" | "openCharges">;
}) {
  const { matters } = useMessages().loans;
  const found = [
    loan.relocation,
    loan.fault,
    ...(loan.lossReportedOn ? ["loss"] : []),
    ...(loan.openCharges > 0 ? ["charges"] : []),
  ].flatMap((name) => matters[name] ?? []);
  if (found.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {found.map((words) => (
        <li key={words} className="border-line rounded-4 border px-2 py-0.5">
          {words}
        </li>
      ))}
    </ul>
  );
}
