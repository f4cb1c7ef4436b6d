import { service } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { dueOf } from "../model/enquiry.rules.ts";
import type { Enquiry } from "../model/request.schema.ts";
import { advance } from "../requests/answer.commands.server.ts";
import { remindOne } from "../requests/enquiry.commands.server.ts";
import { selectDue, selectEnquiries } from "../requests/enquiry.store.server.ts";
import { offerFreedPlaces } from "../requests/freed-places.usecases.server.ts";
import { findRequest } from "../requests/request.store.server.ts";
import { onRequest, stepEnquiry } from "../requests/step.commands.server.ts";
import { publishDueStatistics } from "../statistics/statistics.usecases.server.ts";
import { aboutAll } from "../support-target.usecases.server.ts";
import { sendReminders } from "../workplace/after-visit.usecases.server.ts";

const DAY_MS = 86_400_000;
const AT_ONCE = 200;
const ACTOR = service("support");

/** What is due of an enquiry now; nothing where it has an answer or no deadline. */
const dueNow = ({ state, deadline, askedAt, reminders }: Enquiry, now: Date) =>
  state === "open" && deadline && askedAt ? dueOf({ deadline, askedAt, reminders }, now) : undefined;

/** The requests of which something is due now. */
const listDue = query({
  name: "request.due",
  ...aboutAll("request"),
  async run(permit) {
    const now = permit.clock.now();
    const requests = [];
    for (const one of await selectDue(permit, new Date(now.getTime() + DAY_MS), AT_ONCE)) {
      const enquiries = await selectEnquiries(permit, one.area, one.requestId);
      if (enquiries.some((enquiry) => dueNow(enquiry, now))) requests.push(one);
    }
    return ok(requests);
  },
});

/** Reminds offices of a request a day before their deadline, and goes on without those whose deadline has gone by. */
const keepRequestUp = command({
  ...onRequest,
  name: "request.keep-up",
  async run(permit, { area, id }, app) {
    const request = await findRequest(permit, area, id, true);
    if (request?.status !== "asking" && request?.status !== "deciding") return ok(undefined);
    let expired = false;
    for (const enquiry of await selectEnquiries(permit, area, id)) {
      const what = dueNow(enquiry, permit.clock.now());
      if (what === "remind") {
        const reminded = await remindOne(permit, app, request, enquiry);
        if (!reminded.ok) return reminded;
      }
      if (what !== "expire") continue;
      expired = true;
      await stepEnquiry(permit, enquiry, "expire");
    }
    if (!expired) return ok(undefined);
    const advanced = await advance(permit, app, request);
    return advanced.ok ? ok(undefined) : advanced;
  },
});

/** What time brings: reminders, deadlines gone by, freed places. Doing it twice does nothing twice. */
export async function upkeep(app: App): Promise<void> {
  for (const { area, requestId } of expectOk(await listDue(app, ACTOR, {}))) {
    const done = await keepRequestUp(app, ACTOR, { area, id: requestId });
    // One request that can't go on must not hold up the others.
    if (!done.ok)
      app.log.error({ request: requestId, refusal: done.error.kind }, "a request could not be kept up");
  }
  await offerFreedPlaces(app);
  await sendReminders(app);
  await publishDueStatistics(app);
}
