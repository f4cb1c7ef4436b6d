import { redirect } from "react-router";
import { signedInRequest } from "#foundation/identity/public.ts";
import { download } from "#platform/web/download.ts";
import { printSlips } from "../prints/slip.commands.server.ts";
import type { Route } from "./+types/stress-slips-file";

/** Codes are given anew each time: they are asked for by a form. Where there are none, the page of the workplace says so. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const printed = await printSlips(app, actor, params, Object.fromEntries(await request.formData()));
  if (!printed.ok && (printed.error.kind === "conflict" || printed.error.kind === "invalid"))
    return redirect(`${url.pathname.replace(/\/slips\.pdf$/, "")}?no-slips`);
  return download(printed);
}
