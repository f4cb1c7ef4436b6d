import { z } from "zod";
import type { Finder } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { areaId, rowId, yearOfTarget } from "#platform/kernel/target.ts";
import { councilPolicy } from "../access.ts";

/**
 * What the commands and queries of the council are aimed at. Who may depends on the area alone, so that the policy is
 * asked by what the address names; whether it is there, the work finds out.
 */

const policy = councilPolicy;
type InArea<Key extends string = never> = Readonly<{ area: AreaId } & Record<Key, string>>;

const areaSubject =
  (type: string) =>
  (_find: Finder, { area }: InArea) => ({ type, area });
const subjectBy =
  <Key extends string>(type: string, key: Key) =>
  (_find: Finder, target: InArea<Key>) => ({ type, id: target[key] as string, area: target.area });

export const ofArea = (type: string) => ({
  policy,
  target: z.object({ area: areaId }),
  subject: areaSubject(type),
});

export const ofYear = (type: string) => ({
  policy,
  target: z.object({ area: areaId, year: yearOfTarget }),
  subject: areaSubject(type),
});

export const ofBody = {
  policy,
  target: z.object({ area: areaId, body: rowId() }),
  subject: subjectBy("body", "body"),
};

export const ofMeeting = {
  policy,
  target: z.object({ area: areaId, meeting: rowId() }),
  subject: subjectBy("meeting", "meeting"),
};

/** A paper, a task, a date and so on of a meeting. */
export const ofMeetingPart = (type: string) => ({
  policy,
  target: z.object({ area: areaId, meeting: rowId(), id: rowId() }),
  subject: subjectBy(type, "id"),
});

export const ofPart = (type: string) => ({
  policy,
  target: z.object({ area: areaId, id: rowId() }),
  subject: subjectBy(type, "id"),
});

/** Of no area: what is gathered over all in reach. */
export const ofAllAreas = (type: string) => ({
  policy,
  target: z.object({}),
  subject: () => ({ type, area: "jp" as AreaId }),
});
