import type { ComponentProps, ReactNode } from "react";

import { useMessages } from "#app/i18n/use-messages.ts";
import { classNames } from "./class-names.ts";

const kinds = {
  info: { mark: "i", box: "border-key-900", sign: "bg-key-900 rounded-full" },
  success: { mark: "✓", box: "border-success-2", sign: "bg-success-2 rounded-full" },
  warning: { mark: "!", box: "border-warning-orange-2", sign: "bg-warning-orange-2 rounded-4" },
  error: { mark: "×", box: "border-error-2", sign: "bg-error-2 rounded-4" },
};

/**
 * A boxed message. The kind shows as a word, a sign and a colour. `live` announces a message that
 * appears as the result of what the person just did.
 *
 * @example
 * <Notice kind="warning" title={t.contract.renewalNear}>{t.contract.noticeBy(formatDay(day))}</Notice>
 */
export function Notice({
  kind = "info",
  title,
  live = false,
  children,
  className,
  ...native
}: Omit<ComponentProps<"div">, "title"> & {
  kind?: keyof typeof kinds;
  title?: ReactNode;
  live?: boolean;
}) {
  const words = useMessages().frame.notice;
  const look = kinds[kind];
  return (
    <div
      {...native}
      role={live ? (kind === "error" ? "alert" : "status") : undefined}
      className={classNames(
        "flex gap-3 rounded-8 border-2 border-l-8 bg-white p-4",
        look.box,
        className,
      )}
    >
      <span
        aria-hidden="true"
        className={classNames(
          "mt-0.5 flex size-6 shrink-0 items-center justify-center text-oln-16B-100 text-white",
          look.sign,
        )}
      >
        {look.mark}
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-700">
          {title ? <span className="sr-only">{words[kind]}: </span> : null}
          {title ?? words[kind]}
        </p>
        {children ? <div className="mt-1">{children}</div> : null}
      </div>
    </div>
  );
}
