import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { OFFER_LIST } from "../../offers/offer.present.ts";
import { listOffers } from "../../offers/offer.usecases.server.ts";
import { findPlace } from "../../office/place.queries.server.ts";
import type { Route } from "./+types/offers-file";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const list = readList(OFFER_LIST, url.searchParams, { whole: true });
  const page = shown(await listOffers(app, actor, { area: area.id, list }));
  return listResponse(fileKindOf(url), `応援団と支援メニュー　${area.name}`, OFFER_LIST.columns, page);
}
