import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { policy } from "../access.ts";
import { selectLate } from "./going.store.server.ts";
import { tellOffice } from "./referral-letter.usecases.server.ts";

/** Tells both offices once of each referral that nobody has received within its time. */
export const remindOffices = (app: App): Promise<void> =>
  remindOfLate(app, service("referral-reminders"), {}).then((done) => void expectOk(done));

export const remindOfLate = command({
  name: "referral.remind",
  policy,
  target: z.object({}),
  subject: () => ({ type: "referral", area: NATION }),
  async run(permit, _input, app) {
    const late = await selectLate(permit, permit.clock.today());
    for (const one of late)
      for (const side of ["receiver", "sender"] as const) await tellOffice(permit, app, one, side, "late");
    return ok({ late: late.length });
  },
});
