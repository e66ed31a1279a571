/** One family of Prometheus's text format: its type and its samples. */
export interface Family {
  type: string;
  samples: { name: string; labels: Record<string, string>; value: number }[];
}

const metricName = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|$)/y;
const suffixes: Record<string, string[]> = {
  histogram: ["_bucket", "_sum", "_count"],
  summary: ["", "_sum", "_count"],
  counter: [""],
  gauge: [""],
  untyped: [""],
};

function labelsOf(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  label.lastIndex = 0;
  while (label.lastIndex < text.length) {
    const [, name = "", value = ""] = label.exec(text) ?? [];
    if (name === "" || name in labels) throw new Error(`Labels are malformed: ${line}`);
    labels[name] = value.replaceAll(/\\(.)/g, (_, one: string) => (one === "n" ? "\n" : one));
  }
  return labels;
}

function valueOf(text: string, line: string): number {
  if (/^[+-]?Inf$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  // Read by Go's ParseFloat, which does not mind the case.
  if (/^nan$/i.test(text)) return Number.NaN;
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw new Error(`No value: ${line}`);
  return Number(text);
}

/** A histogram's buckets must count up to its count, one for each bound, the last without any. */
function checkHistogram(name: string, { samples }: Family): void {
  const keyOf = (labels: Record<string, string>) =>
    JSON.stringify(Object.entries(labels).filter(([key]) => key !== "le"));
  for (const count of samples.filter((sample) => sample.name === `${name}_count`)) {
    const key = keyOf(count.labels);
    const buckets = samples.filter(
      (sample) => sample.name === `${name}_bucket` && keyOf(sample.labels) === key,
    );
    const bounds = buckets.map(({ labels }) => valueOf(labels["le"] ?? "", name));
    const rises = (values: number[], may: (a: number, b: number) => boolean) =>
      values.every((value, place) => place === 0 || may(values[place - 1] ?? 0, value));
    const counts = buckets.map(({ value }) => value);
    const isWhole = bounds.at(-1) === Infinity && counts.at(-1) === count.value;
    if (!isWhole || !rises(bounds, (a, b) => a < b) || !rises(counts, (a, b) => a <= b)) {
      throw new Error(`The histogram ${name}${key} does not add up.`);
    }
  }
}

/**
 * Reads Prometheus's text format (version 0.0.4) as strictly as it is written down: help and type once
 * and before the samples, a family's samples together, no sample twice, histograms that add up.
 *
 * @throws Error at the first line that breaks a rule
 */
export function parseExposition(text: string): Map<string, Family> {
  if (!text.endsWith("\n")) throw new Error("The last line has no end.");
  const families = new Map<string, Family>();
  const helped = new Set<string>();
  const seen = new Set<string>();
  let current: { name: string; family: Family } | undefined;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const comment = new RegExp(`^# (HELP|TYPE) (${metricName}) (.+)$`).exec(line);
    if (comment) {
      const [, keyword, name = "", rest = ""] = comment;
      if (keyword === "HELP") {
        if (helped.has(name)) throw new Error(`Help twice: ${line}`);
        helped.add(name);
        continue;
      }
      if (families.has(name) || !(rest in suffixes)) throw new Error(`Type: ${line}`);
      current = { name, family: { type: rest, samples: [] } };
      families.set(name, current.family);
      continue;
    }
    const sample = new RegExp(`^(${metricName})(?:\\{(.*)\\})? (\\S+)$`).exec(line);
    const [, name = "", labelText = "", valueText = ""] = sample ?? [];
    const belongs = suffixes[current?.family.type ?? ""]?.some(
      (suffix) => `${current?.name}${suffix}` === name,
    );
    if (!sample || !current || !belongs) throw new Error(`Not a sample of its family: ${line}`);
    const labels = labelsOf(labelText, line);
    const identity = `${name}${JSON.stringify(Object.entries(labels).toSorted())}`;
    if (seen.has(identity)) throw new Error(`A sample twice: ${line}`);
    seen.add(identity);
    current.family.samples.push({ name, labels, value: valueOf(valueText, line) });
  }
  for (const [name, family] of families)
    if (family.type === "histogram") checkHistogram(name, family);
  return families;
}

/** The value of the one sample with these labels; throws where there is none or several. */
export function sampleOf(
  families: Map<string, Family>,
  name: string,
  labels: Record<string, string> = {},
): number {
  const family = families.get(name) ?? families.get(name.replace(/_(count|sum|bucket)$/, ""));
  const found = (family?.samples ?? []).filter(
    (sample) =>
      sample.name === name &&
      Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
  );
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    throw new Error(`${found.length} samples of ${name} ${JSON.stringify(labels)}`);
  }
  return only.value;
}
