import { csvResponse } from "#platform/files/csv-writer.ts";
import { shown } from "#platform/web/refusal.ts";
import { rejectedOffers } from "../../offers/offer-import.usecases.server.ts";
import { inPlace } from "../../parts/place.tsx";
import type { Route } from "./+types/offer-import-rejected";

/** The bad rows as a file, to be mended and sent again. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await inPlace(args);
  const { name, body } = shown(await rejectedOffers(app, actor, { area: area.id, id: args.params.import }));
  return csvResponse(name, body);
}
