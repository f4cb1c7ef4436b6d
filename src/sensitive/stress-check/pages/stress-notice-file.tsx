import { requestOf } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { shown } from "#platform/web/refusal.ts";
import { workplaceDoor } from "../answering/door.usecases.server.ts";
import { printNotice } from "../prints/notice.queries.server.ts";
import type { Route } from "./+types/stress-notice-file";

/** A notice to the workers, or the house rules, for the workplace that holds the link. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { holder, held } = shown(await workplaceDoor(app, params.token));
  const paper = url.searchParams.get("paper") ?? "notice";
  const language = url.searchParams.get("language") ?? "ja";
  return download(await printNotice(app, holder, { held, paper, language }));
}
