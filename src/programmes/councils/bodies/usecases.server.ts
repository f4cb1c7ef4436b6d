import { type Area, ancestorsOf, areasContaining, getAreas } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { formTexts } from "#platform/kernel/form-values.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { refreshBoardLine } from "../board/usecases.server.ts";
import { BODIES } from "../messages.ts";
import { BodyInput } from "../schema.ts";
import { findBody, insertBody, selectBodies, updateBody } from "../store.server.ts";
import { ofArea, ofBody } from "../target.schema.ts";
import { treeOf } from "./rules.ts";
import type { PlacedBody } from "./schema.ts";
import { lockTree, selectCouncils, selectLinked, selectOver } from "./store.server.ts";

/** What a body of the area may stand under: another body of the area, or a council of an area that holds it. */
async function parentsIn(permit: CouncilPermit, area: AreaId): Promise<PlacedBody[]> {
  const around = [...(await areasContaining(permit, area)), ...(await ancestorsOf(permit, area))];
  const own = (await selectBodies(permit, area)).map(
    ({ id, kind, name, parentId }): PlacedBody => ({ areaId: area, id, kind, name, parentId }),
  );
  const councils = await selectCouncils(permit, [...new Set<string>(around.map((one) => one.id))]);
  return [...own, ...councils];
}

async function parentOf(
  permit: CouncilPermit,
  area: AreaId,
  { parentId }: BodyInput,
): Promise<Result<PlacedBody | undefined>> {
  if (parentId === null) return ok(undefined);
  const parent = (await parentsIn(permit, area)).find((one) => one.id === parentId);
  return parent ? ok(parent) : notFound("body");
}

export const createBody = command({
  name: "body.create",
  ...ofArea("body"),
  input: BodyInput,
  once: true,
  async run(permit, { area, ...body }) {
    const parent = await parentOf(permit, area, body);
    if (!parent.ok) return parent;
    const id = newId() as string;
    await insertBody(permit, area, id, { ...body, parentAreaId: parent.value?.areaId ?? null });
    await refreshBoardLine(permit, area);
    return ok({ id });
  },
});

/** A body as its form shows it. */
export const bodyValues = (body: BodyInput) =>
  formTexts(body, "name", "kind", "parentId", "foundedOn", "termsOfReference");

export const changeBody = command({
  name: "body.change",
  ...ofBody,
  input: BodyInput,
  async seen(permit, { area, body: id }) {
    await lockTree(permit);
    const body = await findBody(permit, area, id);
    return body && bodyValues(body);
  },
  values: bodyValues,
  async run(permit, { area, body: id, ...body }) {
    const parent = await parentOf(permit, area, body);
    if (!parent.ok) return parent;
    if (parent.value && (await selectOver(permit, parent.value)).includes(id)) return invalid(BODIES.circle);
    await updateBody(permit, area, id, { ...body, parentAreaId: parent.value?.areaId ?? null });
    await refreshBoardLine(permit, area);
    return ok(undefined);
  },
});

/** As forms offer them. */
export const listParents = query({
  name: "body.list-parents",
  ...ofArea("body"),
  run: async (permit, { area }) => ok(await withAreas(permit, await parentsIn(permit, area))),
});

/** The bodies of an area as a tree, with the councils over and under them in other areas. */
export const readTree = query({
  name: "body.list-tree",
  ...ofArea("body"),
  run: async (permit, { area }) => ok(await withAreas(permit, treeOf(await selectLinked(permit, area)))),
});

async function withAreas<Line extends PlacedBody>(
  permit: CouncilPermit,
  lines: readonly Line[],
): Promise<(Line & Readonly<{ area: Pick<Area, "slug" | "name"> }>)[]> {
  const areas = await getAreas(permit, [...new Set(lines.map((line) => line.areaId as AreaId))]);
  return lines.map((line) => {
    const { slug, name } = areas.get(line.areaId as AreaId)!;
    return { ...line, area: { slug, name } };
  });
}
