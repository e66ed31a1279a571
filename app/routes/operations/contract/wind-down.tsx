import { Form, Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import type {
  OperationsContract,
  WindDown,
} from "#app/usecases/contracts/contract-for-operations.ts";
import type { Derivation as Found } from "#machines/calendar/derivation.ts";

const parts = [
  { part: "devices", clause: "A8.1" },
  { part: "data", clause: "A18.1" },
  { part: "materials", clause: "A25.5" },
  { part: "money", clause: "A17.2" },
] as const;

/** What is left to settle after the end, and the buttons that record it as done. */
export function WindDownSection({
  windDown,
  returnDay,
  loans,
  materials,
  customerId,
  clickId,
  page,
}: {
  windDown: WindDown;
  loans: OperationsContract["loans"];
  materials: OperationsContract["materials"];
  customerId: string;
  returnDay: { day: string; derivation: Found } | null;
  clickId: string;
  page: string;
}) {
  const t = useMessages().operations.contract;
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.windDownTitle}</h2>
      <p className="measure">{t.windDownText}</p>
      <ul className="flex flex-col gap-3">
        {parts.map(({ part, clause }) => (
          <li
            key={part}
            className="border-line flex flex-wrap items-center gap-x-6 gap-y-2 rounded-8 border bg-white px-4 py-2"
          >
            <StatusBadge tone={windDown[part] ? "success" : "waiting"}>
              {windDown[part] ? t.settled : t.unsettled}
            </StatusBadge>
            <span className="font-700">{t.parts[part]}</span>
            <ClauseChip clause={clause} />
            {part === "devices" && returnDay && !windDown.devices ? (
              <div>
                <span className="figures">{t.returnBy(formatDay(returnDay.day))}</span>
                <Derivation of={returnDay.derivation} />
              </div>
            ) : null}
            {windDown[part] ? null : part === "devices" && loans.length > 0 ? (
              <LoanLinks loans={loans} customerId={customerId} />
            ) : part === "materials" && materials.length > 0 ? (
              <MaterialLinks materials={materials} customerId={customerId} />
            ) : (
              <PartButton part={part} clickId={clickId} page={page} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Devices are settled by their loans, each on its own page. */
function LoanLinks({
  loans,
  customerId,
}: Pick<OperationsContract, "loans"> & { customerId: string }) {
  const t = useMessages().loans;
  return (
    <ul className="flex flex-wrap gap-4">
      {loans.map(({ loanId, serialNumber }) => (
        <li key={loanId}>
          <Link
            to={`/operations/loans/${customerId}/${loanId}`}
            className="inline-flex min-h-11 items-center"
          >
            {serialNumber ?? t.noDevice}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What is held goes back by its request, each on its own page. */
function MaterialLinks({
  materials,
  customerId,
}: Pick<OperationsContract, "materials"> & { customerId: string }) {
  const { abouts } = useMessages().matters;
  return (
    <ul className="flex flex-wrap gap-4">
      {materials.map(({ matterId, about, openedOn }) => (
        <li key={matterId}>
          <Link
            to={`/operations/matters/${customerId}/${matterId}`}
            className="inline-flex min-h-11 items-center"
          >
            {`${abouts.materialRequest[about ?? ""] ?? ""} ${formatDay(openedOn)}`}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function PartButton({ part, clickId, page }: { part: string; clickId: string; page: string }) {
  const t = useMessages().operations.contract;
  if (part === "data") {
    return (
      <LinkButton to={`${page}/erasure`} size="small" look="secondary">
        {t.dataErased}
      </LinkButton>
    );
  }
  if (part === "money") return null;
  const intent = part === "devices" ? "devicesSettled" : "materialsSettled";
  return (
    <Form method="post">
      <input type="hidden" name="clickId" value={clickId} />
      <Button name="intent" value={intent} size="small" look="secondary">
        {t[intent]}
      </Button>
    </Form>
  );
}
