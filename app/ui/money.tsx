import { formatYen } from "#app/i18n/format.ts";
import { classNames } from "./class-names.ts";

/** Integer yen in figures of one width. `note` says what it is (before tax, a year …). */
export function Money({
  amount,
  note,
  className,
}: {
  amount: number;
  note?: string;
  className?: string;
}) {
  return (
    <span className={classNames("figures whitespace-nowrap", className)}>
      <data value={amount}>{formatYen(amount)}</data>
      {note ? <span className="text-support ml-1 text-[0.875rem] font-400">{note}</span> : null}
    </span>
  );
}
