import { Outlet } from "react-router";
import { AreaShell } from "../area-shell.tsx";

export default function AdminLayout() {
  return (
    <AreaShell>
      <Outlet />
    </AreaShell>
  );
}
