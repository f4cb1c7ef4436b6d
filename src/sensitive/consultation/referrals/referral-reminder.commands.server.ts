import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { policy } from "../access.ts";
import { answerSince } from "../cases/working-list.rules.ts";
import { selectUnsecondedBefore } from "./danger.store.server.ts";
import { selectLate } from "./going.store.server.ts";
import { tellOffice } from "./referral-letter.usecases.server.ts";

const DAY_MS = 86_400_000;
/** The letter to the supervisors concerns their own office alone. */
const NOBODY_ELSE = { partnerId: null, partnerAreaId: null, receiveBy: null };

/**
 * Tells both offices once of each referral that nobody has received or answered within its time, and the supervisors of the
 * sender of what was sent because of a danger and had no second pair of eyes for a day.
 */
export const remindOffices = (app: App): Promise<void> =>
  remindOfLate(app, service("referral-reminders"), {}).then((done) => void expectOk(done));

export const remindOfLate = command({
  name: "referral.remind",
  policy,
  target: z.object({}),
  subject: () => ({ type: "referral", area: NATION }),
  async run(permit, _input, app) {
    const today = permit.clock.today();
    const late = { late: await selectLate(permit, "sent", addDays(today, -1)) };
    const all = { ...late, unanswered: await selectLate(permit, "received", answerSince(today)) };
    for (const letter of ["late", "unanswered"] as const)
      for (const one of all[letter])
        for (const side of ["receiver", "sender"] as const) await tellOffice(permit, app, one, side, letter);
    const dayAgo = new Date(permit.clock.now().getTime() - DAY_MS);
    for (const { referralId: id, ...one } of await selectUnsecondedBefore(permit, dayAgo))
      await tellOffice(permit, app, { ...one, ...NOBODY_ELSE, id }, "sender", "unseconded");
    return ok({ late: all.late.length });
  },
});
