import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { fileKindOf, listResponse } from "#platform/lists/list-file.ts";
import { shown } from "#platform/web/refusal.ts";
import { MATERIAL_LIST } from "../catalogue/material.present.ts";
import { listMaterials } from "../catalogue/material.usecases.server.ts";
import type { Route } from "./+types/materials-file";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const list = readList(MATERIAL_LIST, url.searchParams, { whole: true });
  const found = shown(await listMaterials(app, actor, { area, list }));
  const columns = MATERIAL_LIST.columns.filter(({ key }) => found.staff || key !== "available");
  return listResponse(fileKindOf(url), `健康づくりの資材_${found.area.name}`, columns, found.page);
}
