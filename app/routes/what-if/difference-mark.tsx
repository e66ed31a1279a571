import { useMessages } from "#app/i18n/use-messages.ts";
import type { Mark } from "#app/usecases/contracts/what-if/compare.ts";

const looks: Record<Mark, { sign: string; box: string }> = {
  same: { sign: "＝", box: "border-transparent text-support" },
  added: { sign: "＋", box: "border-green-900 bg-green-50 text-green-1000" },
  dropped: { sign: "－", box: "border-red-1000 bg-red-50 text-red-1100" },
  changed: { sign: "≠", box: "border-orange-1000 bg-orange-50 text-orange-1100" },
};

/** How two futures differ at one place: a sign, a word and a colour. */
export function DifferenceMark({ mark }: { mark: Mark }) {
  const words = useMessages().whatIf.marks;
  const { sign, box } = looks[mark];
  return (
    <span
      data-mark={mark}
      className={`text-oln-14B-100 inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-4 border px-2 py-1 align-middle whitespace-nowrap sm:min-w-24 ${box}`}
    >
      <span aria-hidden="true">{sign}</span>
      {words[mark]}
    </span>
  );
}
