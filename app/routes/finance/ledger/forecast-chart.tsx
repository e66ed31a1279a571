import { useMessages } from "#app/i18n/use-messages.ts";
import type { Certainty, ForecastMonth } from "#app/usecases/finance/ledger/cash-forecast.ts";

/** Darkest what is most certain; what is only expected is hatched, so that it differs without colour. */
const fills: Record<Certainty, string> = {
  invoiced: "#0017c1",
  fixed: "#7096f8",
  expected: "url(#forecast-hatch)",
};

const order = ["invoiced", "fixed", "expected"] as const;
const [width, height, left, base] = [720, 240, 64, 208] as const;
const column = (width - left) / 12;

/** A round amount of yen at or above one, for the top of the scale. */
function topOf(amount: number): number {
  const power = 10 ** Math.max(0, String(amount).length - 1);
  return Math.max(1, Math.ceil(amount / power)) * power;
}

/** Yen on the scale in units that stay short: 万 and 億, or thousands and millions. */
function Scale({ top }: { top: number }) {
  const words = useMessages().ledger.forecast;
  return [0, 0.5, 1].map((part) => {
    const y = base - part * (base - 16);
    return (
      <g key={part}>
        <line x1={left} x2={width} y1={y} y2={y} stroke="#cccccc" />
        <text x={left - 8} y={y + 5} textAnchor="end" fontSize="14" fill="#1a1a1c">
          {words.short(top * part)}
        </text>
      </g>
    );
  });
}

/** The money to come by month in yen, drawn where there is room; the table beside it says the same in figures. */
export function ForecastChart({ months }: { months: readonly ForecastMonth[] }) {
  const t = useMessages().ledger.forecast;
  const top = topOf(Math.max(0, ...months.map(({ total }) => total)));
  const scaled = (yen: number) => (yen / top) * (base - 16);
  return (
    <figure className="max-w-3xl max-sm:hidden">
      <figcaption className="text-std-18B-160 mb-2">{t.chart}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="w-full">
        <defs>
          <pattern id="forecast-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill="#e8f1fe" />
            <path d="M0 6 6 0" stroke="#3460fb" strokeWidth="1.5" />
          </pattern>
        </defs>
        <Scale top={top} />
        {months.map(({ month, ...sums }, n) => {
          const x = left + n * column + column * 0.2;
          let y = base;
          return (
            <g key={month}>
              {order.map((certainty) => {
                const tall = scaled(sums[certainty]);
                y -= tall;
                return tall > 0 ? (
                  <rect
                    key={certainty}
                    {...{ x, y, width: column * 0.6, height: tall }}
                    fill={fills[certainty]}
                    stroke="#0017c1"
                    strokeWidth="0.5"
                  />
                ) : null;
              })}
              <text
                x={left + (n + 0.5) * column}
                y={base + 20}
                textAnchor="middle"
                fontSize="14"
                fill="#1a1a1c"
              >
                {month.slice(5)}
              </text>
            </g>
          );
        })}
      </svg>
      <dl className="mt-3 flex flex-col gap-2">
        {order.map((certainty) => (
          <div key={certainty} className="flex flex-wrap items-center gap-x-3">
            <dt className="flex items-center gap-2">
              <svg viewBox="0 0 16 16" aria-hidden="true" className="h-4 w-4">
                <rect width="16" height="16" fill={fills[certainty]} stroke="#0017c1" />
              </svg>
              {t.certainties[certainty]}
            </dt>
            <dd className="text-support">{t.explained[certainty]}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
