import { fileResponse } from "#platform/web/form-files.ts";
import { inPlace } from "../../parts/place.tsx";
import { readFileFor } from "../../requests/request-file.usecases.server.ts";
import type { Route } from "./+types/request-file";

/** A file of a request, for staff and for who was asked and is signed in. */
export async function loader(args: Route.LoaderArgs) {
  const { params } = args;
  const { app, actor, area } = await inPlace(args);
  return fileResponse(
    await readFileFor(app, actor, { area: area.id, id: params.request, file: params.file }),
  );
}
