import { requestOf } from "#foundation/identity/public.ts";
import { csvResponse } from "#platform/files/csv-writer.ts";
import { formOf } from "#platform/web/fields.ts";
import { IMPORT } from "../import/messages.ts";
import { rejectedRows } from "../import/usecases.server.ts";
import type { Route } from "./+types/rejected";

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const text = String((await formOf(request)).get("text") ?? "");
  const csv = await rejectedRows(app, actor, Buffer.from(text));
  return csv.ok ? csvResponse(IMPORT.rejectedFile, csv.value) : new Response(null, { status: 400 });
}
