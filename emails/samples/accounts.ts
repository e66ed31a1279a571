import { base, type Samples } from "./base.ts";

/** Mails about accounts and their security. */
export const accountSamples = {
  "verify-email": { ...base, companyName: null, email: "taro@minato.example", validHours: 24 },
  "account-exists": { ...base, companyName: null, email: "taro@minato.example" },
  "password-reset": { ...base, validMinutes: 30 },
  "new-sign-in": {
    ...base,
    signedInAt: "2025-06-30T15:05:00Z",
    ipAddress: "203.0.113.7",
    device: "Firefox, Windows",
  },
} satisfies Partial<Samples>;
