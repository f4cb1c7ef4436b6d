import { type Area, ancestorsOf, areasContaining, getAreas } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { treeOf } from "../model/body-tree.rules.ts";
import type { PlacedBody } from "../model/body-tree.schema.ts";
import { ofArea } from "../model/council-target.schema.ts";
import { selectBodies } from "./body.store.server.ts";
import { selectCouncils, selectLinked } from "./body-tree.store.server.ts";

/** What a body of the area may stand under: another body of the area, or a council of an area that holds it. */
export async function parentsIn(permit: CouncilPermit): Promise<PlacedBody[]> {
  const { area } = permit.subject;
  const around = [...(await areasContaining(permit, area)), ...(await ancestorsOf(permit, area))];
  const own = (await selectBodies(permit)).map(
    ({ id, kind, name, parentId }): PlacedBody => ({ areaId: area, id, kind, name, parentId }),
  );
  const councils = await selectCouncils(permit, [...new Set(around.map((one) => one.id))]);
  return [...own, ...councils];
}

/** As forms offer them. */
export const listParents = query({
  name: "body.list-parents",
  ...ofArea("body"),
  run: async (permit) => ok(await withAreas(permit, await parentsIn(permit))),
});

/** The bodies of an area as a tree, with the councils over and under them in other areas. */
export const readTree = query({
  name: "body.list-tree",
  ...ofArea("body"),
  run: async (permit) => ok(await withAreas(permit, treeOf(await selectLinked(permit)))),
});

async function withAreas<Line extends PlacedBody>(
  permit: CouncilPermit,
  lines: readonly Line[],
): Promise<(Line & Readonly<{ area: Pick<Area, "slug" | "name"> }>)[]> {
  const areas = await getAreas(permit, [...new Set(lines.map((line) => line.areaId))]);
  return lines.map((line) => {
    const { slug, name } = areas.get(line.areaId)!;
    return { ...line, area: { slug, name } };
  });
}
