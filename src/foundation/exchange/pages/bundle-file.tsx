import { requestOf } from "#foundation/identity/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { download } from "#platform/web/download.ts";
import { readBundle } from "../making.commands.server.ts";
import type { Route } from "./+types/bundle-file";

/** A bundle, sealed, to be put onto a medium; gone once it was delivered. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const found = await readBundle(app, actor, { id: params.bundle });
  if (!found.ok) return download(found);
  const { number, content } = found.value;
  if (!content) return download(notFound("bundle"));
  return download(ok({ name: `yui-${number}.bundle`, mediaType: "application/octet-stream", content }));
}
