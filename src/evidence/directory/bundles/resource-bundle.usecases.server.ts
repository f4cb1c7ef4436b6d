import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { CarriedKind } from "#foundation/exchange/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { directoryPolicy } from "../access.ts";
import { findResource, insertResource, updateResource } from "../entries/resource.store.server.ts";
import { hoursOf } from "../model/hours.rules.ts";
import type { Resource } from "../model/resource.schema.ts";
import { CARRIED_RESOURCES_WORDS } from "./resource-bundle.messages.ts";
import { CarriedResource } from "./resource-bundle.schema.ts";
import { selectCarried } from "./resource-bundle.store.server.ts";

/** Where an entry of a bundle came from: what the outside itself keeps is never written over. */
const SOURCE = "bundle";
const everywhere = () => ({ type: "resource", area: NATION });

const giveResources = query({
  name: "resource.give-bundle",
  policy: directoryPolicy,
  target: z.object({ since: z.date().nullable() }),
  subject: everywhere,
  run: async (permit, { since }) => ok<readonly object[]>(await selectCarried(permit, since)),
});

const takeResources = command({
  name: "resource.take-bundle",
  policy: directoryPolicy,
  target: z.object({}),
  subject: everywhere,
  input: z.object({ rows: z.array(CarriedResource) }),
  async run(permit, { rows }) {
    let changed = 0;
    for (const { listed, areaId, id, hours, checkedOn, ...given } of rows) {
      const area = areaId as AreaId;
      const stored = await findResource(permit, area, id);
      if (stored ? stored.source !== SOURCE : !listed) continue;
      const check = { on: checkedOn ?? permit.clock.today(), by: given.provider };
      const row = {
        ...{ ...(given as unknown as Partial<Resource>), hours: hoursOf(hours), checkedOn },
        checks: { contact: check, hours: check, service: check },
        state: listed ? "listed" : "withdrawn",
      } as unknown as Resource;
      if (stored) await updateResource(permit, stored, row as never);
      else await insertResource(permit, { ...row, areaId: area, id, source: SOURCE, sourceKey: id } as never);
      changed += 1;
    }
    return ok(changed);
  },
});

/** The public directory, kept inside and shown outside. */
export const CARRIED_RESOURCES: CarriedKind = {
  name: "resources",
  ...CARRIED_RESOURCES_WORDS,
  direction: "outwards",
  persons: false,
  row: CarriedResource,
  line: ({ name, listed }: CarriedResource) => (listed ? name : `${name}（掲載終了）`),
  give: giveResources,
  take: takeResources,
};
