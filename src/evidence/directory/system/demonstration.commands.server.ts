import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { findAreaBySlug, NATION } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import { foldedName, listOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import sample from "../../../../reference/demonstration/directory.json" with { type: "json" };
import { directoryPolicy } from "../access.ts";
import { findResource, insertResource } from "../entries/resource.store.server.ts";
import { indexResources } from "../find/index.commands.server.ts";
import type { HoursRow } from "../model/hours.rules.ts";
import { checkedBy, PROMISE_DAYS } from "../model/intake.rules.ts";
import type { Resource, ResourceId } from "../model/resource.schema.ts";
import { FIELD_GROUPS, type Intake } from "../model/resource-lists.schema.ts";

const ACTOR = service("demonstration");
const MOST_ORGANISATIONS = 10_000;

type Sample = Readonly<{
  key: string;
  kind: string;
  name: string;
  provider: string;
  rows: readonly object[];
  holidays?: boolean;
  intake?: Intake;
}>;

const loadSamples = command({
  name: "resource.load-samples",
  policy: directoryPolicy,
  target: z.object({}),
  subject: () => ({ type: "resource", area: NATION }),
  async run(permit) {
    const today = permit.clock.today();
    const added: Resource[] = [];
    for (const [slug, all] of Object.entries(sample.areas)) {
      const area = await findAreaBySlug(permit, slug);
      if (!area) continue;
      const known = await listOrganisations(permit, { area: area.id, limit: MOST_ORGANISATIONS });
      const organisations = new Map(known.map(({ id, name }) => [foldedName(name), id]));
      for (const {
        key,
        rows,
        holidays = true,
        intake = "unknown",
        ...fields
      } of all as unknown as readonly Sample[]) {
        const id = namedId<ResourceId>("directory-sample", area.id, key);
        if (await findResource(permit, area.id, id)) continue;
        const checks = checkedBy({}, FIELD_GROUPS, { on: today, by: fields.provider });
        const isSaid = intake !== "unknown";
        await insertResource(permit, {
          ...{ areaId: area.id, id, serviceId: id, source: "hand", state: "listed" },
          ...fields,
          ...{ intake, intakeBy: fields.provider, checks, checkedOn: today },
          intakeUntil: isSaid ? addDays(today, PROMISE_DAYS) : null,
          intakeOn: isSaid ? today : null,
          organisationId: organisations.get(foldedName(fields.provider)) ?? null,
          hours: { rows: rows as HoursRow[], closedOnHolidays: holidays, exceptions: [], note: "" },
        });
        added.push((await findResource(permit, area.id, id))!);
      }
    }
    await indexResources(permit, added);
    return ok(added.length);
  },
});

/** Public offices of the two councils, and what is made up around them; what stands already stays as it is. */
export const loadDemonstrationDirectory = async (app: App): Promise<number> =>
  expectOk(await loadSamples(app, ACTOR, {}));
