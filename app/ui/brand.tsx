import { Link } from "react-router";

import { useMessages } from "#app/i18n/use-messages.ts";
import { classNames } from "./class-names.ts";

/** The portal's mark and name as the link to the first page; `inverse` on a dark ground. */
export function Brand({ to = "/", inverse = false }: { to?: string; inverse?: boolean }) {
  const { serviceName } = useMessages().frame;
  return (
    <Link
      to={to}
      className={classNames(
        "inline-flex min-h-11 items-center gap-3 no-underline hover:underline",
        inverse ? "text-white hover:text-white" : "text-ink hover:text-ink",
      )}
    >
      <BrandMark inverse={inverse} />
      <span className="text-std-16B-170 sm:text-std-18B-160 whitespace-nowrap">{serviceName}</span>
    </Link>
  );
}

function BrandMark({ inverse }: { inverse: boolean }) {
  const ground = inverse ? "#ffffff" : "var(--color-key-900)";
  const sign = inverse ? "var(--color-night)" : "#ffffff";
  return (
    <svg width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" className="shrink-0">
      <rect width="36" height="36" rx="9" fill={ground} />
      <path
        d="M6 19h5l3-8 5 15 4-11 2 4h5"
        fill="none"
        stroke={sign}
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
