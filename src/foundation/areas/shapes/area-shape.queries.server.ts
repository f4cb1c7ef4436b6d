import type { Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type Boundary, readBoundaries } from "#platform/files/boundaries.ts";
import type { Area } from "../schema.ts";
import { areasWithin } from "../usecases.server.ts";

/** Characters of coordinates; what is drawn of them is about an eighth. */
const HEAVIEST_SHAPES = 1_500_000;

export type AreaShape = Pick<Boundary, "type" | "coordinates"> & Readonly<{ area: string }>;

/** The boundaries of these areas, each put together of its municipalities; none where they would be too heavy for a page. */
export async function shapesOf(permit: Work, app: App, areas: readonly Area[]): Promise<AreaShape[]> {
  const boundaries = await readBoundaries(app.config.dataFolder);
  if (boundaries.length === 0) return [];
  const areaOf = new Map<string, string>(areas.map(({ id }) => [id, id]));
  for (const area of areas) for (const { id } of await areasWithin(permit, area.id)) areaOf.set(id, area.id);
  const shapes = boundaries.flatMap(({ code, type, coordinates }) => {
    const area = areaOf.get(code);
    return area === undefined ? [] : [{ area, type, coordinates }];
  });
  return JSON.stringify(shapes).length > HEAVIEST_SHAPES ? [] : shapes;
}
