import type { Area } from "#foundation/areas/public.ts";
import { SECTIONS } from "./messages.ts";
import type { PublicationItem } from "./schema.ts";

/** What the page of publication shows: each thing by its name, of another area with that area's. */
export const presentPublication = (area: Area, items: readonly PublicationItem[]) => ({
  area: { id: area.id, slug: area.slug, name: area.name },
  items: items.map((item) => {
    const name = item.what.kind === "indicator" ? item.what.name : SECTIONS[item.what.section];
    return {
      key: item.key,
      kind: item.what.kind,
      name: item.area.id === area.id ? name : `${name}（${item.area.name}）`,
      rows: item.rows,
      published: item.published,
    };
  }),
});

export type PublicationPage = ReturnType<typeof presentPublication>;
