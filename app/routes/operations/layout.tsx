import { Outlet } from "react-router";
import { AreaShell } from "../area-shell.tsx";

export default function OperationsLayout() {
  return (
    <AreaShell>
      <Outlet />
    </AreaShell>
  );
}
