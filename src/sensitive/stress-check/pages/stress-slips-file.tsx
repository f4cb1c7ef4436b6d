import { signedInRequest } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { printSlips } from "../prints/slip.commands.server.ts";
import type { Route } from "./+types/stress-slips-file";

/** Codes are given anew each time: they are asked for by a form. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return download(await printSlips(app, actor, params, Object.fromEntries(await request.formData())));
}
