import { z } from "zod";
import { getAreas, municipalitiesOf, NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { areasWithSecretariat } from "#foundation/identity/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { shellPolicy } from "./access.ts";
import { PREFECTURE_TILES } from "./prefecture-tiles.ts";

/** More windows than that are found by name alone. */
const MOST_WINDOWS = 12;
const MOST_TOWNS = 4;

/** What the first page shows: the windows, with the towns they serve, and the prefectures that have any. */
export const readHome = query({
  name: "home.read",
  policy: shellPolicy,
  target: z.object({}),
  subject: () => ({ type: "home", area: NATION }),
  async run(permit) {
    const areas = [...(await getAreas(permit, await areasWithSecretariat(permit))).values()];
    const open = new Set(
      areas.map(({ id, kind, prefectureId }) => (kind === "prefecture" ? id : prefectureId)),
    );
    const prefectures = await getAreas(
      permit,
      PREFECTURE_TILES.map(({ id }) => id as AreaId),
    );
    const windows = [];
    for (const { id, slug, name, kind } of areas.length <= MOST_WINDOWS ? areas : []) {
      const towns = kind === "prefecture" ? [] : await municipalitiesOf(permit, id);
      const known = towns.length > 0 && towns.length <= MOST_TOWNS && towns[0]!.id !== id;
      windows.push({ slug, name, towns: known ? towns.map((town) => town.name) : [] });
    }
    return ok({
      windows,
      many: areas.length,
      tiles: PREFECTURE_TILES.flatMap(({ id, at }) => {
        const prefecture = prefectures.get(id as AreaId);
        if (!prefecture) return [];
        const short = prefecture.name.replace(/[都府県]$/, "");
        return { at, slug: prefecture.slug, name: prefecture.name, short, open: open.has(prefecture.id) };
      }),
    });
  },
});
