import { z } from "zod";
import type { Finder } from "#foundation/authority/public.ts";
import { type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
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

const day = z.custom<PlainDate>((text) => typeof text === "string" && parsePlainDate(text) !== undefined);

/** Of no area, between two days: what a module has for somebody in the calendar. */
export const ofDays = <P>(policy: P) => ({
  policy,
  target: z.object({ from: day, until: day }),
  subject: () => ({ type: "calendar", area: NATION }),
});
