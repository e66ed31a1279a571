import { useRouteLoaderData } from "react-router";
import type { ReactNode } from "react";

import type { loader as rootLoader } from "#app/root.tsx";
import { DemoBanner } from "#app/ui/demo-banner.tsx";
import { SiteShell } from "#app/ui/site-shell.tsx";

/** The site's frame with what the root loader knows: the signed-in person and the demonstration. */
export function PublicFrame({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const root = useRouteLoaderData<typeof rootLoader>("root");
  return (
    <SiteShell user={root?.user} banner={root?.demo ? <DemoBanner /> : null} wide={wide}>
      {children}
    </SiteShell>
  );
}
