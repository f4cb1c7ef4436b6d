import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { directoryPolicy } from "../access.ts";
import { writeTowns } from "../entries/point.store.server.ts";

const Town = z.object({
  municipality: z.string(),
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});

/** Writes where towns lie; those of the municipalities that the file names are replaced. */
export const loadTownPoints = command({
  name: "town.load-points",
  policy: directoryPolicy,
  target: z.object({}),
  subject: () => ({ type: "town", area: NATION }),
  input: z.object({ towns: z.array(Town) }),
  async run(permit, { towns }) {
    await writeTowns(permit, towns);
    return ok(towns.length);
  },
});
