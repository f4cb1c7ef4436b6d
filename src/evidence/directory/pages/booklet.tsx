import { requestOf } from "#foundation/identity/public.ts";
import { downloadHeaders } from "#platform/files/attachments.ts";
import { shown } from "#platform/web/refusal.ts";
import { INDUSTRIES } from "../model/resource-lists.schema.ts";
import { BOOKLET } from "../out/booklet.messages.ts";
import { BOOKLET_LANGUAGES, FORMS } from "../out/booklet.schema.ts";
import { printResources } from "../out/export.queries.server.ts";
import { narrowingOf } from "../out/narrowing.schema.ts";
import type { Route } from "./+types/booklet";

export async function loader({ context, params: { area }, url: { searchParams } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const form = FORMS.find((one) => one === searchParams.get("form")) ?? "a4";
  const language = BOOKLET_LANGUAGES.find((one) => one === searchParams.get("language")) ?? "ja";
  const industry = INDUSTRIES.find((one) => one === searchParams.get("industry"));
  const wanted = { area, form, language, industry, ...narrowingOf(searchParams) };
  const made = shown(await printResources(app, actor, wanted));
  const name = BOOKLET.fileName(made.area.name, BOOKLET.forms[form]);
  return new Response(new Uint8Array(made.pdf), { headers: downloadHeaders(name, "application/pdf") });
}
