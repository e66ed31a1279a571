import { Outlet } from "react-router";
import { AreaShell } from "../area-shell.tsx";

export default function FinanceLayout() {
  return (
    <AreaShell>
      <Outlet />
    </AreaShell>
  );
}
