import { Link } from "react-router";

import { useMessages } from "#app/i18n/use-messages.ts";

/** Says on every page of a demonstration that nothing here is real. */
export function DemoBanner() {
  const { demoBanner, demoClock, demoLabel } = useMessages().frame;
  return (
    <aside
      aria-label={demoLabel}
      className="bg-yellow-300 px-4 py-2 text-center font-700 text-black print:hidden"
    >
      {demoBanner}{" "}
      <Link to="/demo/clock" className="text-black underline">
        {demoClock}
      </Link>
    </aside>
  );
}
