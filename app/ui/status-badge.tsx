import type { ReactNode } from "react";

import { useMessages } from "#app/i18n/use-messages.ts";
import { classNames } from "./class-names.ts";
import { tones } from "./status-tone.ts";
import type { StatusMachine, Tone } from "./status-tone.ts";

const looks: Record<Tone, { sign: string; box: string }> = {
  neutral: { sign: "–", box: "border-solid-gray-600 bg-white text-solid-gray-800" },
  waiting: { sign: "○", box: "border-key-900 bg-white text-key-900" },
  progress: { sign: "▶", box: "border-light-blue-1000 bg-light-blue-50 text-light-blue-1100" },
  success: { sign: "✓", box: "border-green-900 bg-green-50 text-green-1000" },
  warning: { sign: "▲", box: "border-orange-1000 bg-orange-50 text-orange-1100" },
  danger: { sign: "!", box: "border-red-1000 bg-red-50 text-red-1100" },
};

/** A short status with a sign and words. For the states of the machines use MachineStatus. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const look = looks[tone];
  return (
    <span
      data-tone={tone}
      className={classNames(
        "text-oln-14B-100 inline-flex min-h-7 items-center gap-1.5 rounded-4 border px-2 py-1 whitespace-nowrap",
        look.box,
      )}
    >
      <span aria-hidden="true" className="w-3.5 text-center text-[0.75rem]">
        {look.sign}
      </span>
      {children}
    </span>
  );
}

/**
 * The badge of a machine's state, with words and tone from the dictionary. A state that the
 * dictionary doesn't name is shown by its own name rather than hidden.
 *
 * @example
 * <MachineStatus machine="invoice" state={invoice.status} />
 */
export function MachineStatus({ machine, state }: { machine: StatusMachine; state: string }) {
  const words: Record<string, string> = useMessages().status[machine];
  const toneOf: Record<string, Tone> = tones[machine];
  return <StatusBadge tone={toneOf[state] ?? "neutral"}>{words[state] ?? state}</StatusBadge>;
}
