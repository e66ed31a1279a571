import { z } from "zod";
import type { Messages } from "#app/i18n/messages.ts";
import { password, text } from "./read-form.ts";

/** The forms of the account page, by the value of their `intent`, with what each must carry. */
export const accountForms = {
  profile: (t: Messages) =>
    z.object({ name: text(100, t.auth.faults.name), locale: z.enum(["ja", "en"]) }),
  password: (t: Messages) => z.object({ currentPassword: password(t), newPassword: password(t) }),
  session: () => z.object({ sessionId: z.uuid() }),
  begin: (t: Messages) => z.object({ currentPassword: password(t) }),
  complete: (t: Messages) => z.object({ code: text(6, t.auth.faults.codeMissing) }),
};
