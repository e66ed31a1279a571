import { createHmac } from "node:crypto";

/** The `Stripe-Signature` header: HMAC-SHA256 over `t.body`; `timestamp` in Unix seconds. */
export function stripeSignature(body: string, secret: string, timestamp: number): string {
  const digest = createHmac("sha256", secret).update(`${timestamp}.${body}`, "utf8").digest("hex");
  return `t=${timestamp},v1=${digest}`;
}

/** The three Svix headers of a Resend webhook; the secret is `whsec_` and base64. */
export function svixHeaders(
  id: string,
  body: string,
  secret: string,
  timestamp: number,
): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const digest = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`, "utf8");
  return {
    "svix-id": id,
    "svix-timestamp": String(timestamp),
    "svix-signature": `v1,${digest.digest("base64")}`,
  };
}
