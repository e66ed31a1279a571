import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import type { SettleRefusal } from "./settle-action.ts";

/** What a form of the page shows again after it was refused: what was typed, and why in words. */
export interface FormRefusal {
  intent: string;
  typed: string;
  message: string;
}

/**
 * The page of a refund or a dispute around what it shows: why a form was refused, the head, and what was done.
 *
 * @param done the word with which `settleAction` came back to the page
 * @param children what the page shows, for the refusal that its forms repeat
 */
export function SettleFrame({
  machine,
  state,
  title,
  done,
  refused,
  children,
}: {
  machine: "refund" | "dispute";
  state: string;
  title: string;
  done: string | null;
  refused: SettleRefusal | undefined;
  children: (refusal: FormRefusal | null) => ReactNode;
}) {
  const words = useMessages().refunds;
  const refusal = refused ? { ...refused, message: words.problems[refused.error] } : null;
  const summary = refusal && {
    message: refusal.message,
    // A conflict is of the whole page.
    ...(refusal.error === "conflict" ? {} : { id: refusal.intent }),
  };
  return (
    <>
      <ErrorSummary errors={summary ? [summary] : []} />
      <PageHeader
        title={title}
        failed={refusal !== null}
        trail={[{ to: "/finance/refunds", label: words.title }]}
        status={<MachineStatus machine={machine} state={state} />}
      />
      <div className="flex flex-col gap-10">
        {done && words.done[done] && !refusal ? (
          <Notice kind="success" live title={words.done[done]} />
        ) : null}
        {children(refusal)}
      </div>
    </>
  );
}
