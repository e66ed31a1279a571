import type { ReactNode } from "react";
import { useRouteLoaderData } from "react-router";
import { homeOf } from "#app/access.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { SessionUser } from "#app/middleware/context.ts";
import type { loader as rootLoader } from "#app/root.tsx";
import { AppShell } from "#app/ui/app-shell.tsx";
import { DemoBanner } from "#app/ui/demo-banner.tsx";
import { navigationFor } from "./navigation.ts";

/** The frame of the signed-in pages with the menu of the person's roles. */
export function AreaShell({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const t = useMessages();
  if (!root?.user) return null;
  const user: SessionUser = root.user;
  return (
    <AppShell
      user={user}
      sections={navigationFor(user.roles, t)}
      home={homeOf(user.roles)}
      banner={root.demo ? <DemoBanner /> : null}
    >
      {children}
    </AppShell>
  );
}
