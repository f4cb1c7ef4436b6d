import { readOwnFile } from "../requests/files/usecases.server.ts";
import type { Route } from "./+types/receipt-file";
import { fileResponse } from "./file-response.tsx";
import { ownKey } from "./receipt-key.tsx";

/** A file of a request, for its workplace. */
export async function loader(args: Route.LoaderArgs) {
  const { app, key } = await ownKey(args);
  return fileResponse(await readOwnFile(app, key, args.params.file));
}
