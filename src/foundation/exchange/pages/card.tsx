import { requestOf } from "#foundation/identity/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { download } from "#platform/web/download.ts";
import { readExchange } from "../overview.queries.server.ts";
import type { Route } from "./+types/card";

/** The public keys as a file, for the partner. */
export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const found = await readExchange(app, actor, {});
  if (!found.ok) return download(found);
  const card = found.value.own?.card;
  if (!card) return download(notFound("installation"));
  const content = Buffer.from(`${JSON.stringify(card, null, 2)}\n`);
  return download(ok({ name: "yui-card.json", mediaType: "application/json", content }));
}
