import { requestOf } from "#foundation/identity/public.ts";
import { fileResponse } from "#platform/web/form-files.ts";
import { shown } from "#platform/web/refusal.ts";
import { findPlace } from "../../office/place.queries.server.ts";
import { readFileFor } from "../../requests/request-file.usecases.server.ts";
import type { Route } from "./+types/request-file";

/** A file of a request, for staff and for who was asked and is signed in. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  return fileResponse(
    await readFileFor(app, actor, { area: area.id, id: params.request, file: params.file }),
  );
}
