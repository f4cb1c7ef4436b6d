import { requestOf } from "#foundation/identity/public.ts";
import { fileResponse } from "#platform/web/form-files.ts";
import { shown } from "#platform/web/refusal.ts";
import { readAskedFile } from "../../requests/request-file.usecases.server.ts";
import type { Route } from "./+types/answer-file";
import { askedDoor } from "./answer-key.tsx";

/** A file of a request, for a supporter who was asked. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { actor, target } = shown(await askedDoor(app, params.token));
  return fileResponse(await readAskedFile(app, actor, { ...target, file: params.file }));
}
