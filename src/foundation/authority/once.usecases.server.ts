import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { deleteSentBefore } from "./once.store.server.ts";
import { definePolicy, services } from "./policy.rules.ts";
import { command } from "./usecases.server.ts";

/** Nobody sends a form again that was shown so long ago. */
const KEPT_MS = 2 * 86_400_000;

const sweep = command({
  name: "sent-form.sweep",
  policy: definePolicy({ "sent-form.sweep": services("sweep") }, { quiet: ["sent-form.sweep"] }),
  target: z.object({}),
  subject: () => ({ type: "sent-form", area: "jp" as AreaId }),
  async run(permit) {
    await deleteSentBefore(permit, new Date(permit.clock.now().getTime() - KEPT_MS));
    return ok(undefined);
  },
});

/** Forgets the keys of forms that were sent more than two days ago. */
export const sweepSentForms = async (app: App): Promise<void> =>
  expectOk(await sweep(app, service("sweep"), {}));
