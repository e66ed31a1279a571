import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import { z } from "zod";
import type { Messages } from "#app/i18n/messages.ts";

/** An address as it is kept: without spaces around it, in lower case. */
export const email = (t: Messages) => {
  const fault = t.auth.faults.email;
  return z.string(fault).trim().toLowerCase().max(254, fault).pipe(z.email(fault));
};

/** A text that must be there, with the same words for all that can be wrong with it. */
export const text = (most: number, fault: string) =>
  z.string(fault).trim().min(1, fault).max(most, fault);

/** A password as it was typed; its rules are checked where it is set. */
export const password = (t: Messages) =>
  z.string(t.auth.faults.passwordMissing).max(1000, t.auth.faults.tooLong);

/** Reads a form by its schema. The result is a submission of conform. */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema) {
  return parseWithZod(await request.formData(), { schema });
}

/** The fields that are never sent back into a page. */
const secret = ["password", "currentPassword", "newPassword", "code"];

type Reply = {
  reply(options: {
    hideFields?: string[];
    formErrors?: string[];
    fieldErrors?: Record<string, string[]>;
  }): Result;
};
type Result = ReturnType<Awaited<ReturnType<typeof readForm>>["reply"]>;

/** The answer to a form that failed: 422, with what was typed except secrets, and these errors. */
export function refuseForm(
  submission: { reply: Reply["reply"] },
  errors: { formErrors?: string[]; fieldErrors?: Record<string, string[]> } = {},
) {
  return data({ result: submission.reply({ hideFields: secret, ...errors }) }, { status: 422 });
}
