import { z } from "zod";
import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { operationPolicy } from "./access.ts";
import { measure } from "./measure.store.server.ts";
import { judge } from "./state.rules.ts";
import { ofInstallation } from "./state.schema.ts";

/** How the installation stands now: what was measured, and what of it is well. */
export const readOperation = query({
  name: "operation.read",
  policy: operationPolicy,
  target: z.object({}),
  subject: ofInstallation,
  async run(permit, _target, app) {
    const measures = await measure(permit, app);
    return ok({ measures, judgements: judge(measures, app.config.mode) });
  },
});
