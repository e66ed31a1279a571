import { createContext } from "react-router";

import type { Locale } from "#app/i18n/messages.ts";

/** What a member may do: four roles on the customer's side, three on the operator's. */
export type Role =
  | "owner"
  | "billing"
  | "technical"
  | "viewer"
  | "operations"
  | "finance"
  | "admin";

/**
 * The signed-in person. `customerId` and `customerName` are null for the operator's staff;
 * `twoFactor` tells whether a second factor is set up.
 */
export type SessionUser = {
  userId: string;
  name: string;
  email: string;
  customerId: string | null;
  customerName: string | null;
  roles: Role[];
  twoFactor: boolean;
};

/** Language of this request's pages. */
export const localeContext = createContext<Locale>("ja");

/** The signed-in person, or null for a visitor. */
export const userContext = createContext<SessionUser | null>(null);

/** Nonce of this response's content security policy. */
export const nonceContext = createContext<string>("");

/** True where the portal runs as a demonstration with invented companies and no real payments. */
export const demoContext = createContext<boolean>(false);
