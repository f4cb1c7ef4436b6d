import { signedInRequest } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { previewSheets } from "../files/print.commands.server.ts";
import type { Route } from "./+types/survey-sheets-file";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return download(await previewSheets(app, actor, { ...params, from: url.searchParams.get("from") ?? 0 }));
}
