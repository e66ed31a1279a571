/** One measured figure; `--json` prints exactly these members. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The least that `ratio` may be; null where nothing is asked. */
  limit: number | null;
  /** How the value stands to what it is compared with: more is better. */
  ratio: number | null;
}

/** Tells the person who runs the benchmark something that is no figure. */
export type Say = (text: string) => void;

/** A figure that is only told. */
export function plainFigure(name: string, value: number, unit: string): Figure {
  return { name, value, unit, limit: null, ratio: null };
}

/** The figures whose ratio is below its limit. A ratio that is no number never meets one. */
export function missedLimits(figures: readonly Figure[]): Figure[] {
  return figures.filter(
    ({ limit, ratio }) => limit !== null && !(ratio !== null && ratio >= limit),
  );
}

/** The middle value; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that at least `percent` of all do not exceed; NaN where there is none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

const spell = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(value >= 10 ? 1 : 2);

/** The figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
  const missed = new Set(missedLimits(figures));
  const rows = [
    ["name", "value", "unit", "ratio", "limit", ""],
    ...figures.map((figure) => [
      figure.name,
      spell(figure.value),
      figure.unit,
      figure.ratio === null ? "" : figure.ratio.toFixed(2),
      figure.limit === null ? "" : `≥ ${figure.limit.toFixed(2)}`,
      missed.has(figure) ? "MISSED" : "",
    ]),
  ];
  const widths = [0, 1, 2, 3, 4, 5].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isNumber = (column: number) => column === 1 || column === 3 || column === 4;
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
