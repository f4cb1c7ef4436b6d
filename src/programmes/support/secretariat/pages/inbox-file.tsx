import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { findPlace } from "../../office/place.queries.server.ts";
import { INBOX_LIST, tabOf } from "../../requests/inbox.present.ts";
import { exportInbox } from "../../requests/inbox.queries.server.ts";
import { INBOX, TAB_NAMES } from "../inbox.messages.ts";
import type { Route } from "./+types/inbox-file";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const list = readList(INBOX_LIST, url.searchParams, { whole: true });
  const page = shown(await exportInbox(app, actor, { area: area.id, list }));
  const name = `${INBOX.title}（${TAB_NAMES[tabOf(list)]}）　${area.name}`;
  return listResponse(fileKindOf(url), name, INBOX_LIST.columns, page);
}
