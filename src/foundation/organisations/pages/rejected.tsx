import { requestOf } from "#foundation/identity/public.ts";
import { csvResponse } from "#platform/files/csv-writer.ts";
import { fieldsOf } from "#platform/web/fields.ts";
import { shown } from "#platform/web/refusal.ts";
import { IMPORT } from "../import/messages.ts";
import { listRejects } from "../import/usecases.server.ts";
import type { Route } from "./+types/rejected";

export async function action({ request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const csv = shown(await listRejects(app, actor, {}, await fieldsOf(request)));
  return csvResponse(IMPORT.rejectedFile, csv);
}
