import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { BOARD_LIST } from "../maturity/board.present.ts";
import { readBoard } from "../maturity/board.usecases.server.ts";
import { BOARD } from "../messages.ts";
import type { Route } from "./+types/board-file";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const list = readList(BOARD_LIST, url.searchParams, { whole: true });
  const { page } = shown(await readBoard(app, actor, { list }));
  return listResponse(fileKindOf(url), BOARD.title, BOARD_LIST.columns, page);
}
