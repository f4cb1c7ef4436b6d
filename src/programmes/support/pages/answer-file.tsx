import { requestOf } from "#foundation/identity/public.ts";
import { readAskedFile } from "../requests/files/usecases.server.ts";
import type { Route } from "./+types/answer-file";
import { fileResponse } from "./file-response.tsx";

/** A file of a request, for a supporter who was asked. */
export async function loader({ context, params }: Route.LoaderArgs) {
  return fileResponse(await readAskedFile(requestOf(context).app, params.token, params.file));
}
