import { VISITOR } from "#foundation/actors/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { FIND } from "../find/find.messages.ts";
import { findResources } from "../find/find.queries.server.ts";
import { languageOf, readFind } from "../find/find.schema.ts";
import { embedPage } from "../out/embed.present.ts";
import type { Route } from "./+types/embed";

/** For an area's own home page: whoever looks is a visitor there, whatever session the browser holds; it sets no cookie. */
export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const language = languageOf(url.searchParams);
  const asked = readFind(url.searchParams);
  const found = shown(await findResources(app, VISITOR, { area, asked, language }));
  const page = embedPage({ ...found, asked, language, origin: app.config.origin, text: FIND[language] });
  return new Response(page, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
}
