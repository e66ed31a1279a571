import { createContext } from "react-router";

import type { Locale } from "#app/i18n/messages.ts";
import type { Role } from "#machines/engine/actor.ts";

export type { Role };

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

/** What is known of a request from outside the pages; stamped when it arrives. */
export type RequestFacts = {
  requestId: string;
  ipAddress: string;
  /** The portal's instant of arrival; it counts for the legal day. */
  receivedAt: Date;
};

export const requestContext = createContext<RequestFacts>({
  requestId: "",
  ipAddress: "",
  receivedAt: new Date(0),
});

/** Token of the session that the request came with, or null for a visitor. */
export const sessionTokenContext = createContext<string | null>(null);
