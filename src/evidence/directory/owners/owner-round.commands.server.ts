import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { addMonths } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { directoryPolicy } from "../access.ts";
import { ASKED_AFTER_MONTHS } from "../model/intake.rules.ts";
import type { ResourceId } from "../model/resource.schema.ts";
import { selectDue } from "./due.store.server.ts";
import { ask } from "./owner.usecases.server.ts";

const ACTOR = service("directory");
const AT_ONCE = 100;

const listDue = query({
  name: "resource.due",
  policy: directoryPolicy,
  target: z.object({}),
  subject: () => ({ type: "resource", area: NATION }),
  run: async (permit) =>
    ok(await selectDue(permit, addMonths(permit.clock.today(), -ASKED_AFTER_MONTHS), AT_ONCE)),
});

const askDue = command({
  name: "resource.ask-due",
  policy: directoryPolicy,
  target: z.object({ area: areaId, id: rowId<ResourceId>() }),
  subject: (_find, { area, id }) => ({ type: "resource", area, id: id as string }),
  run: (permit, { area, id }, app) => ask(permit, app, area, id),
});

/** Owners are asked half-yearly; what was asked about a moment ago is not asked again. */
export async function askOwners(app: App): Promise<void> {
  for (const { areaId: area, id } of expectOk(await listDue(app, ACTOR, {}))) {
    const asked = await askDue(app, ACTOR, { area, id });
    if (!asked.ok) app.log.error({ resource: id, refusal: asked.error.kind }, "an owner could not be asked");
  }
}
