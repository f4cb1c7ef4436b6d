import { newestResources, standingResources } from "#evidence/directory/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import type { MaterialPermit } from "../access.ts";
import { entryItem } from "./news.rules.ts";
import type { NewsItem } from "./news.schema.ts";

const MOST_ENTRIES = 30;

/** The entries of the directory that changed last, to be told of. */
export const entriesToTell = async (permit: MaterialPermit) =>
  (await newestResources(permit, permit.subject.area, MOST_ENTRIES)).map(({ id, name }) => ({
    value: id,
    label: name,
  }));

/** What the directory says of these entries; what is listed no more is left out. */
export async function entryItems(
  permit: MaterialPermit,
  app: App,
  ids: readonly string[],
): Promise<NewsItem[]> {
  const { area } = permit.subject;
  const { slug } = await getArea(permit, area);
  const found = await standingResources(
    permit,
    ids.map((id) => ({ areaId: area, id })),
  );
  return found
    .filter(({ ended }) => !ended)
    .map(({ id, ...one }) => ({
      ...entryItem(one),
      to: `${app.config.origin}/areas/${slug}/directory/${id}`,
    }));
}
