import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { TermsNews } from "#app/usecases/terms/terms-news.ts";

/** What a contract's page says of its terms: a consent that is awaited, changes that are announced. */
export function TermsNotices({
  contractId,
  news,
  hasConsented,
}: {
  contractId: string;
  news: TermsNews;
  /** Whether the reader comes from the page that asked for consent. */
  hasConsented: boolean;
}) {
  const t = useMessages().terms;
  const locale = useLocale();
  const page = `/portal/contracts/${contractId}/terms`;
  return (
    <>
      {hasConsented && !news.isConsentAwaited ? (
        <Notice kind="success" live title={t.consent.done} />
      ) : null}
      {news.isConsentAwaited ? (
        <Notice kind="warning" title={t.consent.banner}>
          <Link
            to={`/portal/orders/${contractId}/consent`}
            className="inline-flex min-h-11 items-center"
          >
            {t.consent.title}
          </Link>
        </Notice>
      ) : null}
      {news.changes.map(({ name, version, from }) => (
        <Notice key={version} title={t.customer.banner(name[locale], formatDay(from))}>
          <Link
            to={`${page}/${encodeURIComponent(version)}`}
            className="inline-flex min-h-11 items-center"
          >
            {t.customer.bannerLink}
          </Link>
        </Notice>
      ))}
    </>
  );
}

/** The way to what binds the contract and what was consented to. */
export function TermsLink({ contractId }: { contractId: string }) {
  const t = useMessages().terms.customer;
  return (
    <p>
      <Link
        to={`/portal/contracts/${contractId}/terms`}
        className="inline-flex min-h-11 items-center"
      >
        {t.link}
      </Link>
    </p>
  );
}
