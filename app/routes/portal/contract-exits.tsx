import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import type { ContractView } from "#app/usecases/contracts/contract-view.ts";
import { NextExitsSection } from "./next-exits.tsx";
import { noticeSearch } from "./notice-search.ts";

/**
 * On which days a contract can end next, and its options alone. For customers and staff; `cancellation`
 * is the page on which the reader can ask for an end.
 */
export function ContractExits({
  view,
  cancellation,
}: {
  view: ContractView;
  cancellation?: string | undefined;
}) {
  const t = useMessages().contract.exits;
  const locale = useLocale();
  const { exits, optionExits } = view;
  if (!exits) return null;
  return (
    <section aria-labelledby="exits-title">
      <h2 id="exits-title" className="mb-4">
        {t.title}
      </h2>
      <NextExitsSection
        exits={exits}
        title={t.ofContract}
        to={cancellation ? (exit) => cancellation + noticeSearch(exit) : undefined}
      />
      {optionExits.length > 0 ? (
        <details className="mt-4">
          <summary className="text-key-900 w-fit py-2.5 underline underline-offset-4">
            {t.options}
          </summary>
          <div className="mt-2 flex flex-col gap-8">
            {optionExits.map(({ optionId, name, exits: own }) => (
              <NextExitsSection key={optionId} exits={own} title={t.optionTitle(name[locale])} />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
}
