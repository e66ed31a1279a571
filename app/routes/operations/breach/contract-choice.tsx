import type { ReactNode } from "react";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Fieldset } from "#app/ui/fieldset.tsx";

/** Several contracts of one customer to choose from. */
export function ContractChoice({
  legend,
  support,
  error,
  contracts,
  chosen,
}: {
  legend: string;
  support?: string;
  error?: string;
  contracts: readonly { contractId: string; number: string; detail?: ReactNode }[];
  /** The contracts that are chosen at first. */
  chosen: readonly string[];
}) {
  return (
    <Fieldset
      field={{ id: "contracts", errors: error ? [error] : undefined }}
      legend={legend}
      required
      support={support}
    >
      {contracts.map(({ contractId, number, detail }) => (
        <Checkbox
          key={contractId}
          name="contracts"
          value={contractId}
          defaultChecked={chosen.includes(contractId)}
          aria-invalid={error ? true : undefined}
          label={<span className="figures">{number}</span>}
          support={detail}
        />
      ))}
    </Fieldset>
  );
}
