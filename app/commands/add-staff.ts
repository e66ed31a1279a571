import { randomBytes } from "node:crypto";
import { z } from "zod";
import { createStaff } from "#app/usecases/accounts/create-account.ts";
import type { Portal } from "#app/portal.ts";

const staffSchema = z.object({
  email: z.email("EMAIL must be an e-mail address"),
  name: z
    .string("NAME must be text")
    .trim()
    .min(1, "NAME must not be empty")
    .max(100, "NAME is too long"),
  role: z.enum(["operations", "finance", "admin"], "ROLE must be operations, finance or admin"),
});

/**
 * Makes an account of the operator's staff. Nobody learns its first password: the person sets one by
 * the reset mail, then a second factor at the first sign-in. Repeating it changes nothing.
 *
 * @throws Error that names what is missing or wrong
 */
export async function addStaff(portal: Portal, words: readonly string[]): Promise<void> {
  const [email, name, role] = words;
  const parsed = staffSchema.safeParse({ email, name, role });
  if (!parsed.success) {
    const usage = "npm run staff -- EMAIL NAME ROLE";
    throw new Error(`${usage}\n${z.prettifyError(parsed.error)}`);
  }
  const password = randomBytes(48).toString("base64url");
  await createStaff(portal, { ...parsed.data, password });
}
