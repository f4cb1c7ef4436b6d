import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { aimedAt, command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { Round } from "#platform/jobs/rounds.ts";
import { type AreaId, namedId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { directoryPolicy } from "../access.ts";
import { insertResource, updateResource } from "../entries/resource.store.server.ts";
import { indexResources } from "../find/index.commands.server.ts";
import { NO_HOURS } from "../model/hours.rules.ts";
import { mayReturn, saysTheSame } from "../model/resource.rules.ts";
import type { PushedResource, Resource, ResourceId } from "../model/resource.schema.ts";
import { selectFedAreas, selectPushed } from "./feed.store.server.ts";

const HALF_MINUTE_MS = 30_000;
const ACTOR = service("directory-feed");

/** What a programme lists in the directory: all of it that stands now, of every area. */
export type Feed = Readonly<{ source: string; list(app: App): Promise<readonly PushedResource[]> }>;

const UNSAID: Omit<Required<PushedResource>, "area" | "key" | "name" | "kind" | "ask"> & UnsaidElse = {
  ...{ kana: "", provider: "", corporateNumber: "", description: "", feeNote: "", eligibility: "" },
  ...{ phone: "", fax: "", email: "", website: "", apply: "", access: "", postalCode: "", address: "" },
  ...{ topics: [], languages: [], industries: [], insurers: [], served: [] },
  ...{ fee: "unknown", residence: "any", organisationId: null, sizeFrom: null, sizeTo: null },
  ...{ municipality: null, latitude: null, longitude: null, hours: NO_HOURS },
  ...{ intake: "unknown", intakeUntil: null },
};
type UnsaidElse = Pick<
  Resource,
  | "kana"
  | "corporateNumber"
  | "eligibility"
  | "fax"
  | "email"
  | "apply"
  | "access"
  | "postalCode"
  | "languages"
  | "industries"
  | "insurers"
  | "residence"
  | "latitude"
  | "longitude"
>;

const pushed = z.object({ source: z.string(), resources: z.custom<readonly PushedResource[]>() });

/**
 * Brings the entries of one programme in an area to what it lists now. What it lists no more ends, with its tombstone;
 * what people ended, merged or wanted in no list stays out of it.
 */
const pushResources = command({
  name: "resource.push",
  ...aimedAt(directoryPolicy, "resource"),
  input: pushed,
  async run(permit, { area, source, resources }) {
    const known = new Map((await selectPushed(permit, area, source)).map((one) => [one.sourceKey, one]));
    const changed: Resource[] = [];
    const today = permit.clock.today();
    for (const { key, area: _, ...given } of resources) {
      const row = { ...UNSAID, ...given };
      const stored = known.get(key);
      known.delete(key);
      const check = { on: today, by: row.provider };
      const checks = { contact: check, hours: check, service: check };
      if (!stored) {
        const id = namedId<ResourceId>("directory-feed", area, source, key);
        const more = {
          source,
          sourceKey: key,
          checks,
          checkedOn: today,
          intakeOn: today,
          state: "listed" as const,
        };
        await insertResource(permit, { areaId: area, id, serviceId: id, ...row, ...more });
        changed.push({ id, areaId: area } as Resource);
        continue;
      }
      if (stored.state !== "listed" && !mayReturn(stored)) continue;
      const fields = Object.keys(row) as (keyof typeof row)[];
      if (stored.state === "listed" && saysTheSame<Partial<Resource>>(stored, row, fields)) continue;
      const intake = row.intake === stored.intake ? {} : { intakeOn: today, intakeBy: row.provider };
      // A place that was filled, or a new year, moves the intake alone: nobody has looked at the entry for that.
      const told = fields.filter((field) => field !== "intake" && field !== "intakeUntil");
      const looked = saysTheSame<Partial<Resource>>(stored, row, told) ? {} : { checks, checkedOn: today };
      await updateResource(permit, stored, { ...row, ...intake, ...looked, state: "listed" });
      changed.push(stored);
    }
    for (const gone of known.values()) {
      if (gone.state !== "listed") continue;
      await updateResource(permit, gone, { state: "withdrawn" });
      changed.push(gone);
    }
    const ids = new Set(changed.map(({ id }) => id));
    const standing = (await selectPushed(permit, area, source)).filter(({ id }) => ids.has(id));
    await indexResources(permit, standing);
    return ok(changed.length);
  },
});

const listFedAreas = query({
  name: "resource.list-pushed",
  policy: directoryPolicy,
  target: z.object({ source: z.string() }),
  subject: () => ({ type: "resource", area: NATION }),
  run: async (permit, { source }) => ok(await selectFedAreas(permit, source)),
});

/** Pushes what a programme lists, area by area; areas in which it lists nothing any more are emptied. How many changed. */
export async function pushFeed(app: App, { source, list }: Feed): Promise<number> {
  const byArea = Map.groupBy(await list(app), ({ area }) => area);
  const areas = new Set<AreaId>([...byArea.keys(), ...expectOk(await listFedAreas(app, ACTOR, { source }))]);
  let changed = 0;
  for (const area of areas)
    changed += expectOk(
      await pushResources(app, ACTOR, { area }, { source, resources: byArea.get(area) ?? [] }),
    );
  return changed;
}

/** The round of a programme's module.ts that keeps its entries as they stand there. */
export const feedRound = (feed: Feed): Round => ({
  name: `directory entries: ${feed.source}`,
  everyMs: HALF_MINUTE_MS,
  run: (app) => pushFeed(app, feed),
});
