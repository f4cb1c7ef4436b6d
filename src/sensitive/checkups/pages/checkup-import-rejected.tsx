import { requestOf } from "#foundation/identity/public.ts";
import { csvResponse } from "#platform/files/csv-writer.ts";
import { shown } from "#platform/web/refusal.ts";
import { rejectedCheckups } from "../records/record-import.usecases.server.ts";
import type { Route } from "./+types/checkup-import-rejected";

/** The bad rows as a file, to be mended and sent again. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { name, body } = shown(await rejectedCheckups(app, actor, { id: params.import }));
  return csvResponse(name, body);
}
