import { type Area, ancestorsOf, areasContaining, getAreas } from "#foundation/areas/public.ts";
import type { Unit } from "#foundation/audit/public.ts";
import type { Actor } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { refreshBoardLine } from "../board/usecases.server.ts";
import { BodyInput } from "../schema.ts";
import { insertBody, selectBodies, updateBody } from "../store.server.ts";
import { inCouncil } from "../usecases.server.ts";
import { isBelow, treeOf } from "./rules.ts";
import type { PlacedBody, TreeLine } from "./schema.ts";
import { selectCouncils, selectLinked } from "./store.server.ts";

type Named<Line> = Line & Readonly<{ area: Pick<Area, "slug" | "name"> }>;

/** What a body of the area may stand under: another body of the area, or a council of an area that holds it. */
export async function parentsIn(unit: Unit, area: AreaId): Promise<PlacedBody[]> {
  const around = [...(await areasContaining(unit.tx, area)), ...(await ancestorsOf(unit.tx, area))];
  const own = (await selectBodies(unit.tx, area)).map((body) => ({ ...body, areaId: area as string }));
  const councils = await selectCouncils(unit.tx, [...new Set<string>(around.map((one) => one.id))]);
  return [...own, ...councils];
}

/** Makes a body, or changes the one of that id. */
export function saveBody(
  app: App,
  actor: Actor,
  area: AreaId,
  input: unknown,
  id?: string,
): Promise<Result<{ id: string }>> {
  return inCouncil(
    app,
    actor,
    area,
    "council.edit",
    "body",
    async (unit, _by, at): Promise<Result<{ id: string }>> => {
      const body = checked(BodyInput, input);
      if (!body.ok) return body;
      const { parentId } = body.value;
      const offered = parentId ? await parentsIn(unit, area) : [];
      const parent = offered.find((one) => one.id === parentId);
      if (parentId && !parent) return notFound("body");
      if (parentId && id && isBelow(offered, parentId, id))
        return conflict("自分の下にある会議を、上の会議にはできません。");
      const saved = { ...body.value, parentAreaId: parent?.areaId ?? null };
      const made = id ?? (newId() as string);
      if (!id) await insertBody(unit.tx, area, made, at, saved);
      else if (!(await updateBody(unit.tx, area, id, saved))) return notFound("body");
      await refreshBoardLine(unit, area);
      return ok({ id: made });
    },
  );
}

/** As forms offer them. */
export function listParents(app: App, actor: Actor, area: AreaId): Promise<Result<Named<PlacedBody>[]>> {
  return inCouncil(app, actor, area, "council.edit", "body", async (unit) =>
    ok(await withAreas(unit, await parentsIn(unit, area))),
  );
}

/** The bodies of an area as a tree, with the councils over and under them in other areas. */
export function readTree(app: App, actor: Actor, area: AreaId): Promise<Result<Named<TreeLine>[]>> {
  return inCouncil(app, actor, area, "council.read", "body", async (unit) =>
    ok(await withAreas(unit, treeOf(await selectLinked(unit.tx, area)))),
  );
}

async function withAreas<Line extends PlacedBody>(
  unit: Unit,
  lines: readonly Line[],
): Promise<Named<Line>[]> {
  const areas = await getAreas(unit.tx, [...new Set(lines.map((line) => line.areaId as AreaId))]);
  return lines.map((line) => ({ ...line, area: areas.get(line.areaId as AreaId)! }));
}
