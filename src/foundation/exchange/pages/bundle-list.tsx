import { requestOf } from "#foundation/identity/public.ts";
import { BYTE_ORDER_MARK } from "#platform/files/csv-writer.ts";
import { ok } from "#platform/kernel/result.ts";
import { download } from "#platform/web/download.ts";
import { readBundle } from "../making.commands.server.ts";
import type { Route } from "./+types/bundle-list";

/** The paper that goes with a bundle. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const found = await readBundle(app, actor, { id: params.bundle });
  if (!found.ok) return download(found);
  const { number, list } = found.value;
  const content = Buffer.from(BYTE_ORDER_MARK + list);
  return download(ok({ name: `yui-${number}.txt`, mediaType: "text/plain; charset=utf-8", content }));
}
