import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import type { Derivation as Found } from "#machines/calendar/derivation.ts";
import { ClauseChip } from "./clause-chip.tsx";
import { derivationSteps, type DerivationStep } from "./derivation-steps.ts";

/**
 * How a legal day was found, in words, on demand: rule, first counted day, corresponding day, the
 * rule of the month's end, result. `open` shows it at once.
 *
 * @example
 * <Derivation of={preview.derivation} />
 */
export function Derivation({ of: found, open }: { of: Found; open?: boolean }) {
  const words = useMessages().contract.derivation;
  const steps = derivationSteps(found, words, useLocale());
  return (
    <details open={open}>
      <summary className="text-key-900 w-fit py-2.5 underline underline-offset-4">
        {words.ask}
      </summary>
      <div className="border-key-300 measure mt-1 border-l-4 pl-4">
        <Steps steps={steps} />
        <p className="font-700 mt-2">{words.result(formatDay(found.result))}</p>
      </div>
    </details>
  );
}

function Steps({ steps }: { steps: readonly DerivationStep[] }) {
  return (
    <ol className="list-decimal pl-6">
      {steps.map(({ text, clause, steps: behind }, at) => (
        <li key={at} className="py-0.5">
          {text} {clause ? <ClauseChip clause={clause} /> : null}
          {behind.length > 0 ? <Steps steps={behind} /> : null}
        </li>
      ))}
    </ol>
  );
}
