import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { readFileForStaff } from "#app/usecases/files/read-file.ts";
import { storedFileAttachment } from "../portal/attachment.ts";
import type { Route } from "./+types/file.ts";

/** `GET /operations/files/:customerId/:fileId`: a file that somebody handed in, to be saved. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const { customerId, fileId } = params;
  return answer(async () =>
    storedFileAttachment(await readFileForStaff(principalOf(context), customerId, fileId)),
  );
}
