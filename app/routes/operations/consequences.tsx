import type { ReactNode } from "react";
import { ClauseChip } from "#app/ui/clause-chip.tsx";

export interface Consequence {
  text: string;
  clause: string;
}

/** What will happen and by which clause, in front of the form that makes it happen. */
export function Consequences({
  title,
  happens,
  children,
}: {
  title: string;
  happens: readonly Consequence[];
  children: ReactNode;
}) {
  return (
    <section className="border-line flex flex-col gap-6 rounded-12 border bg-white p-4 sm:p-6">
      <h2>{title}</h2>
      <ul className="measure flex list-disc flex-col gap-2 pl-6">
        {happens.map(({ text, clause }) => (
          <li key={text}>
            {text} <ClauseChip clause={clause} />
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
