import { useMessages } from "#app/i18n/use-messages.ts";

/** "2026-10" in words. */
export function useMonthName(): (month: string) => string {
  const { monthOf } = useMessages().months;
  return (month) => {
    const [year = "", number = ""] = month.split("-");
    return monthOf(year, number);
  };
}
