import type { ReactNode } from "react";
import { Link } from "react-router";

import { useMessages } from "#app/i18n/use-messages.ts";

/** The document's title; it begins with エラー: after a failed submit, so that it is the first thing read. */
export function DocumentTitle({ title, failed = false }: { title: string; failed?: boolean }) {
  const { form, serviceName } = useMessages().frame;
  return <title>{`${failed ? form.errorPrefix : ""}${title} | ${serviceName}`}</title>;
}

/**
 * The head of a page: the way back, the only h1, a lead, and what can be done. Sets the document's
 * title as well, so a page needs no `meta`; `failed` marks a failed submit.
 *
 * @example
 * <PageHeader
 *   title={t.contract.title}
 *   trail={[{ to: "/contracts", label: t.frame.navigation.contracts }]}
 *   actions={<LinkButton to="cancel" look="secondary">{t.contract.cancel}</LinkButton>}
 * />
 */
export function PageHeader({
  title,
  lead,
  trail = [],
  status,
  actions,
  failed,
}: {
  title: string;
  lead?: ReactNode;
  trail?: readonly { to: string; label: string }[];
  status?: ReactNode;
  actions?: ReactNode;
  failed?: boolean;
}) {
  const { breadcrumb } = useMessages().frame;
  return (
    <div className="mb-8">
      <DocumentTitle title={title} failed={failed} />
      {trail.length > 0 ? (
        <nav aria-label={breadcrumb} className="mb-2 print:hidden">
          <ol className="flex flex-wrap items-center gap-x-2">
            {trail.map((step) => (
              <li key={step.to} className="after:text-support after:ml-2 after:content-['›'_/_'']">
                <Link to={step.to} className="inline-flex min-h-11 items-center">
                  {step.label}
                </Link>
              </li>
            ))}
            <li aria-current="page" className="text-support">
              {title}
            </li>
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="text-std-28B-150 sm:text-std-32B-150">{title}</h1>
          {status}
        </div>
        {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
      </div>
      {lead ? <div className="measure mt-3">{lead}</div> : null}
    </div>
  );
}
