import { useMessages } from "#app/i18n/use-messages.ts";

/**
 * Says what stood in the way: what the portal itself has a code for in the reader's language, a
 * provider's words as they came.
 */
export function useCause(): (problem: string | null) => string {
  const { causes, details, none } = useMessages().admin.effects;
  const worded = (text: string) => (Object.hasOwn(details, text) ? (details[text] ?? text) : text);
  return (problem) => {
    if (!problem) return none;
    const [, code = "", detail = ""] = /^(\w+)(?:: (.*))?$/s.exec(problem) ?? [];
    if (!Object.hasOwn(causes, code)) return worded(problem);
    return causes[code]?.(worded(detail)) ?? problem;
  };
}
