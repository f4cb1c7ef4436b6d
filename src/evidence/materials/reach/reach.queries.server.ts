import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { type MaterialPermit, materialPolicy } from "../access.ts";
import { selectLinksOf, selectMonths, selectReach, selectSent } from "./reach.store.server.ts";

/** How far an edition went: sent, handed out and seen are three things, and never added. */
export async function reachOfEdition(permit: MaterialPermit, edition: string) {
  const told = await selectReach(permit, { edition });
  const amountOf = (kind: string) => told.find((one) => one.kind === kind)?.amount ?? 0;
  const links = await selectLinksOf(permit, edition);
  return {
    sent: await selectSent(permit, edition),
    handedOut: amountOf("handed_out"),
    seen: amountOf("seen"),
    opened: links.reduce((sum, { opens }) => sum + opens, 0),
    links: links.map(({ id, code, way, opens }) => ({ id, code, way, opens })),
  };
}

/** What became of the materials of all areas by month, for whoever counts activities. */
export const monthsOfMaterials = query({
  name: "material-reach.list",
  policy: materialPolicy,
  target: z.object({ since: z.custom<PlainDate>((day) => typeof day === "string") }),
  subject: () => ({ type: "material-reach", area: NATION }),
  run: async (permit, { since }) => ok(await selectMonths(permit, since)),
});
