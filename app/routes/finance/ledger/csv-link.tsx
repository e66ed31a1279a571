import { useMessages } from "#app/i18n/use-messages.ts";
import { LinkButton } from "#app/ui/button.tsx";

/** Leads to the same figures as a file for spreadsheets. */
export function CsvLink({ to }: { to: string }) {
  return (
    <LinkButton to={to} look="secondary" reloadDocument>
      {useMessages().ledger.csv}
    </LinkButton>
  );
}
