import type { Work } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { hoursRowText } from "../find/entry.present.ts";
import { FIND } from "../find/find.messages.ts";
import type { Resource } from "../model/resource.schema.ts";
import { selectResources } from "./resource.store.server.ts";
import { selectChanged, selectGone, selectKept, selectNewest } from "./standing-resource.store.server.ts";

/** What others print of an entry; `ended` where it is listed no more. */
export type StandingResource = Readonly<{
  areaId: string;
  id: string;
  name: string;
  provider: string;
  description: string;
  phone: string;
  address: string;
  website: string;
  /** Its weekly hours in one line; a day that is otherwise is no fact that stands. */
  hours: string;
  ended: boolean;
}>;
type Key = Readonly<{ areaId: string; id: string }>;

const hoursText = ({ hours }: Pick<Resource, "hours">): string =>
  [
    ...hours.rows.map((row) => hoursRowText(row, "ja")),
    ...(hours.rows.length > 0 && hours.closedOnHolidays ? [FIND.ja.closedOnHolidays] : []),
  ].join("、");

const standing = (one: Resource): StandingResource => ({
  ...{ areaId: one.areaId, id: one.id, name: one.name, provider: one.provider, description: one.description },
  ...{ phone: one.phone, address: one.address, website: one.website, hours: hoursText(one) },
  ended: one.state !== "listed",
});
const gone = ({ areaId, id }: Key): StandingResource => ({
  ...{ areaId, id, name: "", provider: "", description: "", phone: "", address: "", website: "", hours: "" },
  ended: true,
});

/** Entries as they stand; of what is listed no more everybody may know that alone. */
export async function standingResources(work: Work, keys: readonly Key[]): Promise<StandingResource[]> {
  if (keys.length === 0) return [];
  const found = (await selectResources(work, keys)).map(standing);
  const seen = new Set(found.map(({ id }) => id));
  const missing = keys.filter(({ id }) => !seen.has(id));
  return [...found, ...(await selectGone(work, missing)).map(gone)];
}

/** Entries of an area that somebody keeps by hand or a programme lists: those that are worth printing. */
export const keptResources = async (work: Work, area: AreaId, limit: number): Promise<StandingResource[]> =>
  (await selectKept(work, area, limit)).map(standing);

/** The same, the latest change first: what there is to tell. */
export const newestResources = async (work: Work, area: AreaId, limit: number): Promise<StandingResource[]> =>
  (await selectNewest(work, area, limit)).map(standing);

/** The ids of entries that changed or ended since then, in all areas in reach. */
export const changedResources = (work: Work, since: Date): Promise<string[]> => selectChanged(work, since);
