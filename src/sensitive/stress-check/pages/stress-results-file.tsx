import { signedInRequest } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { printResults } from "../prints/slip.commands.server.ts";
import type { Route } from "./+types/stress-results-file";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return download(await printResults(app, actor, params));
}
