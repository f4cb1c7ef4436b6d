import { signedInRequest } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { giveCodes } from "../files/print.commands.server.ts";
import type { Route } from "./+types/survey-codes-file";

/** Codes are given anew each time: they are asked for by a form. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { from = "1", again = "" } = Object.fromEntries(await request.formData()) as Record<string, string>;
  return download(await giveCodes(app, actor, params, { from, again }));
}
