import { Outlet } from "react-router";
import { AreaShell } from "../area-shell.tsx";

export default function PortalLayout() {
  return (
    <AreaShell>
      <Outlet />
    </AreaShell>
  );
}
