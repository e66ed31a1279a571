import type { auth as ja } from "../ja/auth.ts";

export const auth: typeof ja = {
  title: "Sign in",
};
