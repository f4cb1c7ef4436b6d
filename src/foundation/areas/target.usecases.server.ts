import { z } from "zod";
import type { Finder } from "#foundation/authority/public.ts";
import { NATION } from "./schema.ts";
import { findArea } from "./usecases.server.ts";

/**
 * What an address names in an area, for commands and queries whose policy asks about the area alone: the area by its word
 * or id, `id` where it names one thing of that type, and what `more` says.
 */
export const inArea = <P, More extends z.ZodRawShape>(policy: P, type: string, more: More = {} as More) => ({
  policy,
  target: z.object({ area: z.string(), ...more }),
  async subject(find: Finder, { area: text, id }: Readonly<{ area: string; id?: string }>) {
    const area = await findArea(find, text);
    return area && { type, area: area.id, ...(id === undefined ? {} : { id }) };
  },
});

/** Of no area: what a module has for somebody on the page of today. */
export const ofToday = <P>(policy: P) => ({
  policy,
  target: z.object({}),
  subject: () => ({ type: "today", area: NATION }),
});
