import { z } from "zod";
import type { AreaId } from "#platform/kernel/ids.ts";
import { areaId } from "#platform/kernel/target.ts";
import type { Finder } from "./permit.schema.ts";

/**
 * For the declaration of what is done in an area, where the policy asks by what the address names: the area, what `more`
 * says, and of it the id of the subject. Whether that is there, the work finds out.
 */
export const aimedAt = <P, More extends z.ZodRawShape = Record<never, never>>(
  policy: P,
  type: string,
  more: More = {} as More,
  id: keyof More & string = "id" as keyof More & string,
) => ({
  policy,
  target: z.object({ area: areaId, ...more }),
  subject(_find: Finder, target: Readonly<{ area: AreaId }>) {
    const named = (target as Readonly<Record<string, unknown>>)[id];
    return { type, area: target.area, ...(typeof named === "string" ? { id: named } : {}) };
  },
});
