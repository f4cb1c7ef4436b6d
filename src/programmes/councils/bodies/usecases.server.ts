import type { Actor } from "#foundation/actors/public.ts";
import { type Area, ancestorsOf, areasContaining, getAreas } from "#foundation/areas/public.ts";
import type { Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { refreshBoardLine } from "../board/usecases.server.ts";
import { BODIES, OVERTAKEN } from "../messages.ts";
import { BodyInput } from "../schema.ts";
import { insertBody, selectBodies, updateBody } from "../store.server.ts";
import { inCouncil, type Saving, saveInCouncil } from "../usecases.server.ts";
import { differing, printOf, treeOf } from "./rules.ts";
import type { PlacedBody, TreeLine } from "./schema.ts";
import { holdTree, selectCouncils, selectLinked, selectOver } from "./store.server.ts";

type Named<Line> = Line & Readonly<{ area: Pick<Area, "slug" | "name"> }>;

/** What a body of the area may stand under: another body of the area, or a council of an area that holds it. */
export async function parentsIn(unit: Unit, area: AreaId): Promise<PlacedBody[]> {
  const around = [...(await areasContaining(unit, area)), ...(await ancestorsOf(unit, area))];
  const own = (await selectBodies(unit, area)).map((body) => ({ ...body, areaId: area as string }));
  const councils = await selectCouncils(unit, [...new Set<string>(around.map((one) => one.id))]);
  return [...own, ...councils];
}

/** Makes a body, or changes the one of that id; not over what somebody else has saved since the form was shown. */
export function saveBody(app: App, actor: Actor, area: AreaId, input: unknown, saving: Saving = {}) {
  return saveInCouncil(app, actor, area, "body", BodyInput, input, saving, async (unit, body, id, at) => {
    const { parentId } = body;
    const parent = (await parentsIn(unit, area)).find((one) => one.id === parentId);
    if (parentId && !parent) return notFound("body");
    const saved = { ...body, parentAreaId: parent?.areaId ?? null };
    if (!saving.id) await insertBody(unit, area, id, at, saved);
    else {
      await holdTree(unit);
      const now = (await selectBodies(unit, area)).find((one) => one.id === id);
      if (!now) return notFound("body");
      const other = differing(now, body);
      if (saving.shown !== undefined && saving.shown !== printOf(now) && other.length > 0)
        return invalid(Object.fromEntries(other.map((field) => [field, [OVERTAKEN.field]])), OVERTAKEN.body);
      if (parent && (await selectOver(unit, parent)).includes(id)) return invalid(BODIES.circle);
      if (!(await updateBody(unit, area, id, saved))) return notFound("body");
    }
    await refreshBoardLine(unit, area);
    return ok(undefined);
  });
}

/** As forms offer them. */
export function listParents(app: App, actor: Actor, area: AreaId): Promise<Result<Named<PlacedBody>[]>> {
  return inCouncil(app, actor, area, "council.read-to-edit", "body", async (unit) =>
    ok(await withAreas(unit, await parentsIn(unit, area))),
  );
}

/** The bodies of an area as a tree, with the councils over and under them in other areas. */
export function readTree(app: App, actor: Actor, area: AreaId): Promise<Result<Named<TreeLine>[]>> {
  return inCouncil(app, actor, area, "council.read", "body", async (unit) =>
    ok(await withAreas(unit, treeOf(await selectLinked(unit, area)))),
  );
}

async function withAreas<Line extends PlacedBody>(
  unit: Unit,
  lines: readonly Line[],
): Promise<Named<Line>[]> {
  const areas = await getAreas(unit, [...new Set(lines.map((line) => line.areaId as AreaId))]);
  return lines.map((line) => ({ ...line, area: areas.get(line.areaId as AreaId)! }));
}
