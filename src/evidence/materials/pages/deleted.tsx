import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { DeletedPage } from "#ui/deleted.tsx";
import { listMaterials, materialDeletions } from "../catalogue/material.usecases.server.ts";
import { CATALOGUE } from "../catalogue/material-page.messages.ts";
import type { Route } from "./+types/deleted";

const WORDS = { material: "資材", edition: "版" };

async function placeOf({ context, params: { area } }: Pick<Route.LoaderArgs, "context" | "params">) {
  const { app, actor } = requestOf(context);
  const place = shown(await listMaterials(app, actor, { area })).area;
  return { app, actor, area: place.id, base: `/areas/${place.slug}/materials` };
}

export async function loader({ url, ...args }: Route.LoaderArgs) {
  const { app, actor, area, base } = await placeOf(args);
  return {
    base,
    ...shown(await materialDeletions.readPage(app, actor, area, base, url.searchParams)),
  };
}

export async function action({ request, ...args }: Route.ActionArgs) {
  const { app, actor, area, base } = await placeOf(args);
  return answerForm<never>(request, [materialDeletions.onRestore(app, actor, area, base)]);
}

export default function Deleted({ loaderData, actionData }: Route.ComponentProps) {
  const { base, ...shown } = loaderData;
  const back = { to: base, label: CATALOGUE.ja.back };
  return <DeletedPage back={back} words={WORDS} answer={actionData} {...shown} />;
}
