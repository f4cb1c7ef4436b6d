import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { areasContaining, getAreas, municipalitiesOf, NATION } from "#foundation/areas/public.ts";
import { command, type Permit, type Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { directoryPolicy } from "../access.ts";
import type { Resource } from "../model/resource.schema.ts";
import { indexedRow, type Whereabouts } from "./index.rules.ts";
import { selectUnindexed, writeIndex } from "./index.store.server.ts";

const AT_ONCE = 1000;
const ACTOR = service("directory");

/** Brings what the search reads of these rows up to date. */
export async function indexResources(permit: Permit, resources: readonly Resource[]): Promise<void> {
  const whereabouts = whereaboutsOf(permit);
  const kept = [];
  const listed = resources.filter(({ state }) => state === "listed");
  for (const one of listed)
    kept.push({
      ...{ areaId: one.areaId, id: one.id },
      ...indexedRow(one, await whereabouts(one), plainDateIn(one.changedAt, "Asia/Tokyo")),
    });
  await writeIndex(
    permit,
    kept,
    resources.filter(({ state }) => state !== "listed"),
  );
}

/** The areas in which a row is found: where it is, what it serves, and whatever lies around these. */
function whereaboutsOf(work: Work & Permit): (one: Resource) => Promise<Whereabouts> {
  const around = new Map<string, Promise<Whereabouts>>();
  const whole = new Map<AreaId, Promise<string[]>>();
  const of = (municipality: string) => {
    const known = around.get(municipality) ?? look(work, municipality as AreaId);
    around.set(municipality, known);
    return known;
  };
  const townsIn = (area: AreaId) => {
    const known =
      whole.get(area) ?? municipalitiesOf(work, area).then((all) => all.map(({ id }) => id as string));
    whole.set(area, known);
    return known;
  };
  return async (one) => {
    const served = one.served.length > 0 ? one.served : await townsIn(one.areaId);
    const near = one.municipality ? await of(one.municipality) : undefined;
    const all = await Promise.all(served.map(of));
    return {
      areas: [...new Set([one.areaId, ...(near?.areas ?? []), ...all.flatMap(({ areas }) => areas)])],
      words: [near, ...(one.served.length > 0 ? all : [])].map((place) => place?.words ?? "").join(" "),
    };
  };
}

async function look(work: Permit, municipality: AreaId): Promise<Whereabouts> {
  const own = (await getAreas(work, [municipality])).get(municipality);
  const around = await areasContaining(work, municipality);
  return {
    areas: [municipality, ...around.map(({ id }) => id)],
    words: own ? `${own.name} ${own.kana ?? ""}` : "",
  };
}

const indexSome = command({
  name: "resource.index",
  policy: directoryPolicy,
  target: z.object({}),
  subject: () => ({ type: "resource", area: NATION }),
  async run(permit) {
    const resources = await selectUnindexed(permit, AT_ONCE);
    if (resources.length > 0) await indexResources(permit, resources);
    return ok(resources.length);
  },
});

/** What was taken in or pushed is found from now on. */
export async function refreshDirectory(app: App): Promise<void> {
  while (expectOk(await indexSome(app, ACTOR, {})) === AT_ONCE);
}
