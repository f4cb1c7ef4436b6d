import { scopeOf, service } from "#foundation/actors/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { offerFreedPlaces } from "../capacity/waiting/serving/usecases.server.ts";
import { advance } from "../enquiries/answers/usecases.server.ts";
import { dueOf } from "../enquiries/rules.ts";
import { selectDue, selectEnquiries, updateEnquiry } from "../enquiries/store.server.ts";
import { remindOne } from "../enquiries/usecases.server.ts";
import { sendReminders } from "../reports/after/usecases.server.ts";
import { forgetSenders } from "../requests/history/store.server.ts";
import { findRequest } from "../requests/store.server.ts";

const DAY_MS = 86_400_000;
const AT_ONCE = 200;
const ACTOR = service("support");

/** What time brings: reminders, deadlines gone by, freed places. Doing it twice does nothing twice. */
export async function upkeep(app: App): Promise<void> {
  const soon = new Date(app.clock.now().getTime() + DAY_MS);
  const due = await withRows(app.db, scopeOf(ACTOR), (permit) => selectDue(permit, soon, AT_ONCE));
  for (const { area, requestId } of due) {
    const done = await act<void>(app, ACTOR, async (unit) => {
      const request = await findRequest(unit, area, requestId, true);
      if (request?.status !== "asking" && request?.status !== "deciding") return ok(undefined);
      let expired = false;
      for (const enquiry of await selectEnquiries(unit, area, requestId)) {
        if (enquiry.state !== "open" || !enquiry.deadline || !enquiry.askedAt) continue;
        const what = dueOf(
          { deadline: enquiry.deadline, askedAt: enquiry.askedAt, reminders: enquiry.reminders },
          unit.clock.now(),
        );
        if (what === "remind") {
          const reminded = await remindOne(unit, app, request, enquiry);
          if (!reminded.ok) return reminded;
        }
        if (what !== "expire") continue;
        expired = true;
        await updateEnquiry(unit, area, enquiry.id, { state: "no_answer" });
      }
      if (!expired) return ok(undefined);
      const advanced = await advance(unit, app, request);
      return advanced.ok ? ok(undefined) : advanced;
    });
    // One request that can't go on must not hold up the others.
    if (!done.ok)
      app.log.error({ request: requestId, refusal: done.error.kind }, "a request could not be kept up");
  }
  await offerFreedPlaces(app);
  await sendReminders(app);
  await withRows(app.db, scopeOf(ACTOR), (permit) => forgetSenders(permit, addDays(app.clock.today(), -2)));
}
