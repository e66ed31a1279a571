import { isRouteErrorResponse } from "react-router";

import { messagesFor } from "#app/i18n/messages.ts";
import type { Locale, Messages } from "#app/i18n/messages.ts";
import { useLocale } from "#app/i18n/use-messages.ts";
import { LinkButton } from "./button.tsx";
import { DocumentTitle } from "./page-header.tsx";

type ProblemText = { title: string; cause: string; remedy: string };

/**
 * What to say about an error that reached a boundary: 404, 401/403, another refusal, or a failure
 * of ours. The error's own message is never shown; it may name what must stay inside.
 */
export function problemText(error: unknown, t: Messages): ProblemText {
  const words = t.frame.problem;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404) {
    return { title: words.notFoundTitle, cause: words.notFoundCause, remedy: words.notFoundRemedy };
  }
  if (status === 401 || status === 403) {
    return {
      title: words.forbiddenTitle,
      cause: words.forbiddenCause,
      remedy: words.forbiddenRemedy,
    };
  }
  if (status < 500) return { title: words.refusedTitle, cause: "", remedy: words.refusedRemedy };
  return { title: words.failedTitle, cause: words.failedCause, remedy: words.failedRemedy };
}

/** The page of an error, in the page's language first and the other below it. */
export function Problem({ error }: { error: unknown }) {
  const locale = useLocale();
  const other: Locale = locale === "ja" ? "en" : "ja";
  const first = problemText(error, messagesFor(locale));
  const second = problemText(error, messagesFor(other));
  return (
    <div className="measure flex flex-col gap-6">
      <DocumentTitle title={first.title} />
      <div className="flex flex-col gap-2">
        <h1 className="text-std-32B-150">{first.title}</h1>
        {first.cause ? <p>{first.cause}</p> : null}
        <p>{first.remedy}</p>
      </div>
      <div lang={other} className="border-line text-support flex flex-col gap-1 border-l-4 pl-4">
        <p className="font-700">{second.title}</p>
        {second.cause ? <p>{second.cause}</p> : null}
        <p>{second.remedy}</p>
      </div>
      <p>
        <LinkButton to="/" reloadDocument>
          {messagesFor(locale).frame.problem.backHome}
        </LinkButton>
      </p>
    </div>
  );
}
