import { Outlet } from "react-router";
import { PublicFrame } from "../public/frame.tsx";

/** The frame of the pages for who is not signed in yet: one narrow column. */
export default function AuthLayout() {
  return (
    <PublicFrame>
      <div className="mx-auto max-w-xl">
        <Outlet />
      </div>
    </PublicFrame>
  );
}
