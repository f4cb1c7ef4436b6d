import { z } from "zod";
import type { Finder } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { areaId, rowId, yearOfTarget } from "#platform/kernel/target.ts";
import { councilPolicy } from "./access.ts";

/**
 * What the commands and queries of the council are aimed at. Who may depends on the area alone, so that the policy is
 * asked by what the address names; whether it is there, the work finds out.
 */

type InArea = Readonly<{ area: AreaId }>;

export const ofArea = (type: string) => ({
  policy: councilPolicy,
  target: z.object({ area: areaId }),
  subject: (_find: Finder, { area }: InArea) => ({ type, area }),
});

export const ofYear = (type: string) => ({
  policy: councilPolicy,
  target: z.object({ area: areaId, year: yearOfTarget }),
  subject: (_find: Finder, { area }: InArea) => ({ type, area }),
});

export const ofBody = {
  policy: councilPolicy,
  target: z.object({ area: areaId, body: rowId() }),
  subject: (_find: Finder, { area, body: id }: InArea & { body: string }) => ({ type: "body", id, area }),
};

export const ofMeeting = {
  policy: councilPolicy,
  target: z.object({ area: areaId, meeting: rowId() }),
  subject: (_find: Finder, { area, meeting: id }: InArea & { meeting: string }) => ({
    type: "meeting",
    id,
    area,
  }),
};

/** A paper, a task, a date and so on of a meeting. */
export const ofMeetingThing = (type: string) => ({
  policy: councilPolicy,
  target: z.object({ area: areaId, meeting: rowId(), id: rowId() }),
  subject: (_find: Finder, { area, id }: InArea & { id: string }) => ({ type, id, area }),
});

export const ofThing = (type: string) => ({
  policy: councilPolicy,
  target: z.object({ area: areaId, id: rowId() }),
  subject: (_find: Finder, { area, id }: InArea & { id: string }) => ({ type, id, area }),
});

/** Of no area: what is gathered over all in reach. */
export const ofAllAreas = (type: string) => ({
  policy: councilPolicy,
  target: z.object({}),
  subject: () => ({ type, area: "jp" as AreaId }),
});
