import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import sample from "../../../../reference/demonstration/pledges.json" with { type: "json" };
import { makeCheck } from "../checks/act-check.commands.server.ts";
import { makePledge, showPledge } from "../promises/pledge.commands.server.ts";
import { listActs } from "../promises/pledge.queries.server.ts";

const ACTOR = service("demonstration");
const AREA = "hamada";

/** Loads what partners of Hamada undertake; what stands already stays as it is. */
export async function loadDemonstrationPledges(app: App): Promise<void> {
  const { tiers } = expectOk(await listActs(app, ACTOR, { area: AREA }));
  const known = new Set(tiers.flatMap(({ pledges }) => pledges.map(({ name }) => name)));
  for (const { key, name, action, answers, tier, body } of sample.pledges) {
    if (known.has(name)) continue;
    const said = Object.fromEntries(Object.entries(answers).map(([question, one]) => [`a-${question}`, one]));
    const once = namedId("demonstration-check", key);
    const { id } = expectOk(await makeCheck(app, ACTOR, { area: AREA }, { tier, body, ...said, once }));
    const made = expectOk(
      await makePledge(app, ACTOR, { area: AREA, id }, { name, reason: action, open: "true" }),
    );
    expectOk(await showPledge(app, ACTOR, { area: AREA, id: made.id }));
  }
}
