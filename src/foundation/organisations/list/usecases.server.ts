import type { Actor } from "#foundation/actors/public.ts";
import { lookUpArea } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { ORGANISATION_LIST } from "./present.ts";

/** What the address of the list asks for, for page and file alike, with the area that was typed. */
export async function askedOf(
  app: App,
  actor: Actor,
  query: URLSearchParams,
  { whole = false }: Readonly<{ whole?: boolean }> = {},
) {
  const list = readList(ORGANISATION_LIST, query, { whole });
  const typed = list.filter.area;
  const found = typed === undefined ? undefined : expectOk(await lookUpArea(app, actor, { text: typed }));
  const area = found && { id: found.id, name: found.name, slug: found.slug };
  return {
    target: { list, area: found?.kind === "nation" ? undefined : found?.id },
    area,
    /** Who came by a link reads the area's name, not the word of its address. */
    byLink: area !== undefined && typed === area.slug && area.slug !== area.id,
    /** An area was typed that no single area is named by. */
    unknownArea: typed !== undefined && !found,
  };
}
