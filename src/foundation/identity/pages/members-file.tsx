import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { exportMembers } from "../members/membership.usecases.server.ts";
import { MEMBERS } from "../membership.messages.ts";
import { MEMBER_LIST } from "../people/membership.present.ts";
import type { Route } from "./+types/members-file";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const list = readList(MEMBER_LIST, url.searchParams, { whole: true });
  const page = shown(await exportMembers(app, actor, { list }));
  return listResponse(fileKindOf(url), MEMBERS.title, MEMBER_LIST.columns, page);
}
