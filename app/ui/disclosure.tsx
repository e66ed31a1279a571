import type { ReactNode } from "react";

/**
 * Something that is shown on demand, without a script. `open` shows it at once.
 *
 * @example
 * <Disclosure summary={t.history.all}><Timeline entries={entries} /></Disclosure>
 */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open}>
      <summary className="text-key-900 w-fit py-2.5 underline underline-offset-4">
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
