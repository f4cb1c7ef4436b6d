import { redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { openMaterialLink } from "../reach/link.usecases.server.ts";
import type { Route } from "./+types/short-link";

/** A short address leads on, and is counted. */
export async function loader({ context, params: { area, code } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { address } = shown(await openMaterialLink(app, actor, { area, code }));
  return redirect(address, { headers: { "Cache-Control": "no-store" } });
}
