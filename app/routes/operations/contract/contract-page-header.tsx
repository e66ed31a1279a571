import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

/** The head of a page below a contract's own: the way back, the title, which contract of whom, a lead. */
export function ContractPageHeader({
  title,
  contract: { number, customerName },
  page,
  lead,
  failed,
}: {
  title: string;
  contract: { number: string | null; customerName: string };
  /** The address of the contract's own page. */
  page: string;
  lead?: ReactNode;
  failed: boolean;
}) {
  const t = useMessages().operations;
  const name = t.contract.title(number ?? "");
  return (
    <PageHeader
      title={title}
      lead={
        <>
          <p>
            {name} {customerName}
          </p>
          {lead ? <p>{lead}</p> : null}
        </>
      }
      trail={[
        { to: "/operations/contracts", label: t.contracts.title },
        { to: page, label: name },
      ]}
      failed={failed}
    />
  );
}
