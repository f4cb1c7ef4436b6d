import { csvResponse } from "#platform/files/csv-writer.ts";
import { shown } from "#platform/web/refusal.ts";
import { rejectedActivities } from "../import/activity-import.usecases.server.ts";
import type { Route } from "./+types/activity-import-rejected";
import { editorsPlace } from "./place.tsx";

/** The bad rows as a file, to be mended and sent again. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await editorsPlace(args);
  const target = { id: args.params.import, area: area.id };
  const { name, body } = shown(await rejectedActivities(app, actor, target));
  return csvResponse(name, body);
}
