import { fileResponse } from "#platform/web/form-files.ts";
import { shown } from "#platform/web/refusal.ts";
import { readOwnFile } from "../../requests/request-file.usecases.server.ts";
import type { Route } from "./+types/receipt-file";
import { ownDoor } from "./receipt-key.tsx";

/** A file of a request, for its workplace. */
export async function loader(args: Route.LoaderArgs) {
  const { app, own } = await ownDoor(args);
  const { actor, target } = shown(own);
  return fileResponse(await readOwnFile(app, actor, { ...target, file: args.params.file }));
}
