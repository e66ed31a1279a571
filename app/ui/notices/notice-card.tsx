import type { ReactNode } from "react";

import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "../clause-chip.tsx";

/** One posted notice: what it is, its state, and below what there is to know of it. */
export function NoticeCard({
  id,
  title,
  clause,
  status,
  children,
}: {
  id: string;
  title: string;
  clause: string;
  status?: ReactNode;
  children: ReactNode;
}) {
  return (
    <article
      id={id}
      className="border-line flex flex-col gap-2 rounded-12 border bg-white p-4 sm:p-6"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3>{title}</h3>
        {status}
        <ClauseChip clause={clause} />
      </div>
      {children}
    </article>
  );
}

/** Menus by their names in the page's language; nothing where there are none. */
export function MenuNames({
  menus,
}: {
  menus: readonly { nameJa: string; nameEn: string; code: string }[];
}) {
  const { board, separator } = useMessages().restrictions;
  const isJapanese = useLocale() === "ja";
  if (menus.length === 0) return null;
  const names = menus.map(({ nameJa, nameEn }) => (isJapanese ? nameJa : nameEn));
  return <p className="text-support">{board.menus(names.join(separator))}</p>;
}

/** The customer's own contracts that a notice touches; nothing on the page for everybody. */
export function OwnContracts({
  contracts,
}: {
  contracts: readonly { number: string }[] | undefined;
}) {
  const { board, separator } = useMessages().restrictions;
  if (!contracts) return null;
  const numbers = contracts.map(({ number }) => number).join(separator);
  return <p className="figures">{board.contracts(numbers)}</p>;
}
