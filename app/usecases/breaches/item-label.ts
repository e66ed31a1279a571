import {
  accelerationBy,
  breachItems,
  breachLabels,
  type BreachItem,
} from "#machines/terms/a16-termination.ts";
import type { Bilingual } from "#machines/terms/articles.ts";

/** The short words of an item; of what is none, its own text. */
export function itemLabel(item: string): Bilingual {
  const labels: Partial<Record<string, Bilingual>> = breachLabels;
  return labels[item] ?? { ja: item, en: item };
}

/** Every item that staff may choose, by article, in the order of the terms. */
export function itemGroups(): {
  group: "A15" | "A16" | "A32";
  items: { item: BreachItem; label: Bilingual }[];
}[] {
  return (["A15", "A16", "A32"] as const).map((group) => ({
    group,
    items: breachItems
      .filter((item) => item === group || item.startsWith(`${group}.`))
      .map((item) => ({ item, label: breachLabels[item] })),
  }));
}

/** What the record of an item brings about: a demand must come first, debts fall due, or neither. */
export function consequenceOf(item: BreachItem): "demand" | "due" | "antiSocial" {
  const by = accelerationBy(item);
  if (by === "never") return "antiSocial";
  return by === "onRecord" ? "due" : "demand";
}
