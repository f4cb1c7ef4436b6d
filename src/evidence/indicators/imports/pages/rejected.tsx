import { requestOf } from "#foundation/identity/public.ts";
import { csvResponse } from "#platform/files/csv-writer.ts";
import type { ImportId } from "../../observations/schema.ts";
import { rejectedFile } from "../reading/usecases.server.ts";
import type { Route } from "./+types/rejected";

/** The bad rows as a file, to be mended and sent again. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const file = await rejectedFile(app, actor, params.import as ImportId);
  return file.ok ? csvResponse(file.value.name, file.value.body) : new Response(null, { status: 404 });
}
