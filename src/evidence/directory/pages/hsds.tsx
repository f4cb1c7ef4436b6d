import { requestOf } from "#foundation/identity/public.ts";
import { answerHsds } from "../out/hsds-answer.queries.server.ts";
import type { Route } from "./+types/hsds";

export async function loader({ context, request, url }: Route.LoaderArgs) {
  return answerHsds(requestOf(context).app, request, url.pathname.replace(/^\/hsds/, ""));
}
