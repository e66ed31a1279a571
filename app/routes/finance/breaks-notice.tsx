import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Says that Stripe and the portal tell different things; nothing while they agree. */
export function BreaksNotice({ count }: { count: number }) {
  const t = useMessages().refunds.comparison;
  if (count === 0) return null;
  return (
    <Notice kind="error" title={t.notice(count)}>
      <p>{t.noticeText}</p>
      <Link to="/finance/comparison">{t.title}</Link>
    </Notice>
  );
}
