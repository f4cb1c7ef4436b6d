import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { blankBooklet } from "../keep/blank-booklet.queries.server.ts";
import { isPaper } from "../keep/booklet.present.ts";
import { bookletLanguageOf } from "../keep/keep.rules.ts";
import type { Route } from "./+types/booklet-file";

export function loader({ context, params: { paper }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  if (!isPaper(paper)) return new Response(null, { status: 404 });
  const pdf = blankBooklet(paper, bookletLanguageOf(url), app.clock.today());
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(`health-file-${paper}.pdf`, "application/pdf"),
  });
}
