import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Says that payments brought other amounts than were asked for; nothing while there is none. */
export function MismatchNotice({ count }: { count: number }) {
  const t = useMessages().finance.payments;
  if (count === 0) return null;
  return (
    <Notice kind="error" title={t.mismatchTitle(count)}>
      <p>{t.mismatchText}</p>
    </Notice>
  );
}
