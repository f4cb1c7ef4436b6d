import { z } from "zod";
import { areasAs } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { auditPolicy } from "../access.ts";
import { selectRecent } from "./recent.store.server.ts";

export type RecentEntry = Readonly<{ areaId: AreaId; kind: string; id: string; action: string; at: Date }>;

/**
 * What others did in the areas of the actor's own secretariats, the last of each thing, newest first. By whom is not told: who
 * did what is for the auditor.
 */
export const recentEntries = query({
  name: "audit.read-recent",
  policy: auditPolicy,
  target: z.object({ since: z.date(), actions: z.array(z.string()), kinds: z.array(z.string()) }),
  subject: () => ({ type: "today", area: NATION }),
  run: async (permit, asked) => ok(await selectRecent(permit, areasAs(permit.actor, "coordinator"), asked)),
});
