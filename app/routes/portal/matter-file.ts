import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { readMatterFile } from "#app/usecases/matters/matter-file.ts";
import { storedFileAttachment } from "./attachment.ts";
import type { Route } from "./+types/matter-file.ts";

/** `GET /portal/matter-files/:fileId`: a file of one of the company's own matters, to be saved. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  return answer(async () =>
    storedFileAttachment(await readMatterFile(principalOf(context), params.fileId)),
  );
}
