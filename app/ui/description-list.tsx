import type { ReactNode } from "react";

/** One line of a description list; lines without a value are left out by the caller. */
export type DescriptionItem = { term: ReactNode; description: ReactNode; key?: string };

/**
 * Names and values: beside each other on a wide page, below each other on a phone.
 *
 * @example
 * <DescriptionList items={[{ term: t.contract.start, description: formatDay(contract.startDay) }]} />
 */
export function DescriptionList({ items }: { items: readonly DescriptionItem[] }) {
  return (
    <dl className="border-line border-t">
      {items.map((item, index) => (
        <div
          key={item.key ?? index}
          className="border-line border-b py-3 sm:grid sm:grid-cols-[14rem_1fr] sm:gap-6"
        >
          <dt className="font-700">{item.term}</dt>
          <dd className="min-w-0">{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}
