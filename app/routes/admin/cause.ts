import { useMessages } from "#app/i18n/use-messages.ts";

/**
 * Says what stood in the way: our own codes in the reader's language, a provider's words as they came.
 */
export function useCause(): (problem: string | null) => string {
  const { causes, none } = useMessages().admin.effects;
  return (problem) => {
    if (!problem) return none;
    const [, code = "", detail = ""] = /^(\w+)(?:: (.*))?$/s.exec(problem) ?? [];
    return Object.hasOwn(causes, code) ? (causes[code]?.(detail) ?? problem) : problem;
  };
}
