import { z } from "zod";
import { query, type Work } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { areaPolicy, theList } from "./access.ts";
import { readPlace } from "./names/rules.ts";
import { placeIndex } from "./names/usecases.server.ts";
import { normaliseWords, parseAreaQuery } from "./rules.ts";
import { AREA_KINDS, type Area, type AreaKind } from "./schema.ts";
import {
  type Relation,
  selectAncestors,
  selectAreaBySlug,
  selectAreas,
  selectAreasLike,
  selectInside,
  selectReach,
  selectRelated,
} from "./store.server.ts";

/**
 * Areas change with the shipped files alone, which are loaded before anything is served, so what was found is kept:
 * it is asked for several times at each request. What was not found is asked again.
 */
const keptById = new Map<AreaId, Area>();
const keptBySlug = new Map<string, Area>();
const keptWhole = new Map<string, readonly Area[]>();
const MOST_KEPT_LISTS = 200;

/** The area of that id. An id that the code holds must exist: a missing one is a bug and throws. */
export async function getArea(permit: Work, id: AreaId): Promise<Area> {
  const area = (await getAreas(permit, [id])).get(id);
  if (!area) throw new Error(`no area ${id}; are the reference areas loaded?`);
  return area;
}

/** The areas of these ids, by id and in their order; ids that name none are left out. */
export async function getAreas(permit: Work, ids: readonly AreaId[]): Promise<ReadonlyMap<AreaId, Area>> {
  const missing = ids.filter((id) => !keptById.has(id));
  for (const area of await selectAreas(permit, missing)) keptById.set(area.id, area);
  return new Map(
    ids
      .flatMap((id) => keptById.get(id) ?? [])
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((area) => [area.id, area]),
  );
}

/**
 * The one area that the text names: by id, slug, code with or without check digit (also full-width), name (with or
 * without prefecture and county) or reading. Undefined where none or several are named so.
 */
export async function findArea(permit: Work, text: string): Promise<Area | undefined> {
  const reading = readPlace(await placeIndex(permit), text);
  return reading.is === "area" ? reading.area : undefined;
}

/** The area of an address: by slug alone. */
export async function findAreaBySlug(permit: Work, slug: string): Promise<Area | undefined> {
  const kept = keptBySlug.get(slug);
  if (kept) return kept;
  const found = await selectAreaBySlug(permit, slug);
  if (found) keptBySlug.set(slug, found);
  return found;
}

/** Areas that the text may mean, likeliest first; all of a kind or prefecture where the text is empty. */
export async function searchAreas(
  permit: Work,
  text: string,
  {
    kind,
    prefecture,
    limit = 50,
  }: { kind?: AreaKind | undefined; prefecture?: AreaId | undefined; limit?: number | undefined } = {},
): Promise<Area[]> {
  if (text === "") return wholeKind(permit, { kind, prefecture, limit });
  const query = parseAreaQuery(text);
  if (query.kind === "wrong-code") return [];
  const words = query.kind === "id" ? query.words : normaliseWords(text);
  const listed = await selectAreasLike(permit, { words, kind, prefecture, limit });
  if (query.kind !== "id") return listed;
  const exact = [...(await getAreas(permit, [query.id])).values()].filter(
    (area) => (!kind || area.kind === kind) && (!prefecture || area.prefectureId === prefecture),
  );
  return [...exact, ...listed.filter((area) => area.id !== query.id)].slice(0, limit);
}

async function wholeKind(permit: Work, filter: Parameters<typeof selectAreasLike>[1]): Promise<Area[]> {
  const key = [filter.kind, filter.prefecture, filter.limit].join();
  const kept = keptWhole.get(key);
  if (kept) return [...kept];
  const found = await selectAreasLike(permit, filter);
  if (keptWhole.size >= MOST_KEPT_LISTS) keptWhole.clear();
  if (found.length > 0) keptWhole.set(key, found);
  return found;
}

/** On which day, and of which kind; without a day, by what has not ended. */
export type CrosswalkOptions = Readonly<{ kind?: AreaKind | undefined; on?: PlainDate | undefined }>;

const related =
  (...relations: readonly string[]) =>
  async (permit: Work, id: AreaId, { kind, on }: CrosswalkOptions = {}): Promise<Area[]> =>
    (await selectRelated(permit, id, on))
      .filter((other) => relations.includes(other.relation) && (!kind || other.kind === kind))
      .map(({ relation: _, ...area }) => area);

/** Areas whose whole territory lies in this one, those of the same territory included; itself left out. */
export const areasWithin = related("within", "equal");

/** Areas whose territory holds all of this one, those of the same territory included; itself left out. */
export const areasContaining = related("containing", "equal");

/** Areas that share a part of this one's territory, however they lie to it; itself left out. */
export const areasOverlapping = related("within", "equal", "containing", "overlapping");

/** Every area that shares territory with this one, each with how it lies to it; itself left out. */
export const areasRelated = (
  permit: Work,
  id: AreaId,
  { on }: Pick<CrosswalkOptions, "on"> = {},
): Promise<(Area & { relation: Relation })[]> => selectRelated(permit, id, on);

/** The municipalities of an area; wards only where it holds a part of their city. A ward or municipality has itself. */
export async function municipalitiesOf(
  permit: Work,
  id: AreaId,
  { on }: Pick<CrosswalkOptions, "on"> = {},
): Promise<Area[]> {
  const area = await getArea(permit, id);
  if (area.kind === "municipality" || area.kind === "ward") return [area];
  const within = await areasWithin(permit, id, { on });
  const municipalities = new Set(within.filter((one) => one.kind === "municipality").map((one) => one.id));
  return within.filter(
    (one) => one.kind === "municipality" || (one.kind === "ward" && !municipalities.has(one.parentId!)),
  );
}

/** The areas above in administration, nearest first: city of a ward, prefecture, nation. */
export const ancestorsOf = (permit: Work, id: AreaId): Promise<Area[]> => selectAncestors(permit, id);

function keptBySet(select: (permit: Work, ids: readonly AreaId[]) => Promise<AreaId[]>) {
  const kept = new Map<string, readonly AreaId[]>();
  return async (permit: Work, ids: readonly AreaId[]): Promise<AreaId[]> => {
    const key = ids.toSorted().join();
    const known = kept.get(key);
    if (known) return [...known];
    const found = await select(permit, ids);
    const areas = [...new Set([...ids, ...found])];
    if (kept.size >= MOST_KEPT_SETS) kept.clear();
    if (found.length > 0) kept.set(key, areas);
    return areas;
  };
}

const MOST_KEPT_SETS = 10_000;

/** Every area whose rows belong to somebody who works for these areas: they themselves and all inside them. */
export const areasInside = keptBySet(selectInside);

/**
 * Every area facts about which concern somebody who works for these areas: they themselves, all inside them, and all
 * that overlap or contain them, now or at any time before.
 */
export const reachOf = keptBySet(selectReach);

/** The areas of these ids, in their order, for pages that only name them. */
export const readAreas = query({
  name: "area.read",
  policy: areaPolicy,
  target: z.object({ ids: z.array(areaId) }),
  subject: theList,
  async run(permit, { ids }) {
    const areas = await getAreas(permit, ids);
    return ok(ids.flatMap((id) => areas.get(id) ?? []));
  },
});

/** As `findArea`, for a page. */
export const lookUpArea = query({
  name: "area.find",
  policy: areaPolicy,
  target: z.object({ text: z.string() }),
  subject: theList,
  run: async (permit, { text }) => ok(await findArea(permit, text)),
});

/** As `searchAreas`, for a page or the command line. */
export const lookUpAreas = query({
  name: "area.search",
  policy: areaPolicy,
  target: z.object({
    text: z.string(),
    kind: z.enum(AREA_KINDS).optional(),
    limit: z.number().optional(),
  }),
  subject: theList,
  run: async (permit, { text, ...filter }) => ok(await searchAreas(permit, text, filter)),
});
