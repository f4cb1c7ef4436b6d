import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { OFFER_IMPORT } from "../../offers/offer-import.messages.ts";
import { TEMPLATE_COLUMNS, TEMPLATE_ROWS } from "../../offers/offer-import.present.ts";
import type { Route } from "./+types/offer-template";

/** An empty table of offers with one row as an example; it is the same for everybody. */
export const loader = ({ url }: Route.LoaderArgs) =>
  listResponse(fileKindOf(url), OFFER_IMPORT.template, TEMPLATE_COLUMNS, {
    rows: [...TEMPLATE_ROWS],
    after: undefined,
  });
