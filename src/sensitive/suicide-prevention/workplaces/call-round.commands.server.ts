import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { policy } from "../access.ts";
import { RULES } from "../model/prevention-data.schema.ts";
import { deleteCallsBefore } from "./call.store.server.ts";

const forgetCalls = command({
  name: "prevention-call.forget",
  policy,
  target: z.object({}),
  subject: () => ({ type: "prevention", area: NATION }),
  async run(permit) {
    const before = addDays(permit.clock.today(), -RULES.callsKeptDays);
    return ok({ gone: await deleteCallsBefore(permit, before) });
  },
});

/** What was called, or was asked for too long ago, is forgotten. */
export async function forgetOldCalls(app: App): Promise<void> {
  const done = await forgetCalls(app, service("prevention-upkeep"), {});
  if (!done.ok) app.log.error({ refusal: done.error.kind }, "old calls could not be forgotten");
}
