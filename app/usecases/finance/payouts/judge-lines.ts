import { readSubjects } from "#db/queries/money/payouts/line-subjects.ts";
import { readLines, writeVerdicts, type FetchedLine } from "#db/queries/money/payouts/lines.ts";
import type { Handle } from "#db/client.ts";
import { judgeLine, type JudgedLine } from "../match-payout.ts";
import { candidatesFrom } from "./line-candidates.ts";

/** Bounds what is held in memory, however long a payout is. */
const linesAtOnce = 2000;

type PayoutAmount = { payoutId: string; amount: number };

/** A second line of the same batch about what another one of it has carried already. */
function refuseSecond(lines: readonly FetchedLine[], verdicts: JudgedLine[]): JudgedLine[] {
  const seen = new Set<string>();
  return verdicts.map((verdict, place) => {
    const { sourceId, type } = lines[place] ?? { sourceId: null, type: "" };
    if (verdict.state !== "matched" || sourceId === null || type === "adjustment") return verdict;
    const carried = `${type} ${sourceId}`;
    if (seen.has(carried)) return { ...verdict, state: "exception", reason: "paidOutBefore" };
    seen.add(carried);
    return verdict;
  });
}

/** Judges lines that are not judged yet: of two about the same the first one has carried it. */
async function judgeAll(
  tx: Handle,
  payout: PayoutAmount,
  lines: readonly FetchedLine[],
): Promise<JudgedLine[]> {
  const candidateOf = candidatesFrom(payout.payoutId, await readSubjects(tx, lines));
  return refuseSecond(
    lines,
    lines.map((line) => judgeLine(payout, line, candidateOf(line))),
  );
}

/**
 * What can be said of lines that have just been fetched. Nothing is said of the others yet: the portal may only not
 * have heard of what they are about.
 */
export async function judgeFetched(
  tx: Handle,
  payout: PayoutAmount,
  lines: readonly FetchedLine[],
): Promise<JudgedLine[]> {
  const verdicts = await judgeAll(tx, payout, lines);
  return verdicts.filter(({ state }) => state !== "exception");
}

/**
 * Judges lines of a payout in one state, some at a time, and writes what was judged of each.
 *
 * @param inTransaction runs a part by itself, so that a long payout holds nothing up
 * @returns the lines of which something else was judged than before, with their amounts in yen
 */
export async function judgeLines(
  inTransaction: <Value>(work: (tx: Handle) => Promise<Value>) => Promise<Value>,
  payout: PayoutAmount,
  state: "new" | "exception",
): Promise<number> {
  const { payoutId } = payout;
  let judged = 0;
  for (let after = ""; ;) {
    const lines = await inTransaction(async (tx) => {
      const read = await readLines(tx, payoutId, { state, after, limit: linesAtOnce });
      await writeVerdicts(tx, payoutId, await judgeAll(tx, payout, read));
      return read;
    });
    judged += lines.length;
    after = lines.at(-1)?.lineId ?? "";
    if (lines.length < linesAtOnce) return judged;
  }
}

/** Exceptions of a payout that something explains by now: at most as many as one look takes. */
export async function readExplicable(tx: Handle, payout: PayoutAmount) {
  const { payoutId } = payout;
  const lines = await readLines(tx, payoutId, {
    ...{ state: "exception", after: "", limit: linesAtOnce },
  });
  const verdicts = await judgeAll(tx, payout, lines);
  return lines.flatMap((line, place) => {
    const verdict = verdicts[place];
    return verdict && verdict.state !== "exception" ? [{ line, verdict }] : [];
  });
}
