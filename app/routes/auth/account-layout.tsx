import { Outlet } from "react-router";
import { AreaShell } from "../area-shell.tsx";

/** The account page stands in the frame of the person's own area. */
export default function AccountLayout() {
  return (
    <AreaShell>
      <Outlet />
    </AreaShell>
  );
}
