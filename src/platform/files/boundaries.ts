import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { feature } from "topojson-client";
import { z } from "zod";

/** The boundary of one municipality, by its five-digit code, as GeoJSON has it: longitude before latitude. */
export type Boundary = Readonly<{
  code: string;
  type: "Polygon" | "MultiPolygon";
  coordinates: readonly unknown[];
}>;

/** Where an operator puts boundaries. None are shipped: their terms differ, and most houses need one prefecture's. */
export const BOUNDARY_FILE = "boundaries.geojson";

const Feature = z.object({
  // The code stands under `code`, or under N03_007 as 国土数値情報 writes it.
  properties: z.union([
    z.object({ code: z.string() }),
    z.object({ N03_007: z.string() }).transform((one) => ({ code: one.N03_007 })),
  ]),
  geometry: z.object({ type: z.enum(["Polygon", "MultiPolygon"]), coordinates: z.array(z.unknown()) }),
});
const Collection = z.object({ features: z.array(z.unknown()) });

let kept: { path: string; changed: number; boundaries: readonly Boundary[] } | undefined;

/** The boundaries in the data folder; none where there is no file. Read again when the file has changed. */
export async function readBoundaries(dataFolder: string): Promise<readonly Boundary[]> {
  const path = join(dataFolder, BOUNDARY_FILE);
  const changed = (await stat(path).catch(unlessMissing))?.mtimeMs;
  if (changed === undefined) return [];
  if (kept?.path !== path || kept.changed !== changed)
    kept = { path, changed, boundaries: boundariesOf(JSON.parse(await readFile(path, "utf8"))) };
  return kept.boundaries;
}

/** What of a GeoJSON file can be drawn; a feature without a code or of another kind, such as a point, is left out. */
export const boundariesOf = (file: unknown): Boundary[] =>
  Collection.parse(file).features.flatMap((feature) => {
    const { data } = Feature.safeParse(feature);
    return data ? [{ code: data.properties.code, ...data.geometry }] : [];
  });

/** The same of a GeoJSON or TopoJSON file, whose layers may be several. */
export function boundariesIn(file: unknown): Boundary[] {
  const { data } = Topology.safeParse(file);
  if (!data) return boundariesOf(file);
  return Object.values(data.objects).flatMap((layer) => {
    const made = feature(file as never, layer as never) as unknown as { type: string };
    return boundariesOf(made.type === "Feature" ? { features: [made] } : made);
  });
}
const Topology = z.object({ type: z.literal("Topology"), objects: z.record(z.string(), z.unknown()) });

/** Writes the boundaries where maps look for them, and gives the place. */
export async function keepBoundaries(dataFolder: string, boundaries: readonly Boundary[]): Promise<string> {
  const features = boundaries.map(({ code, type, coordinates }) => ({
    ...{ type: "Feature", properties: { code }, geometry: { type, coordinates } },
  }));
  const path = join(dataFolder, BOUNDARY_FILE);
  await mkdir(dataFolder, { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify({ type: "FeatureCollection", features }));
  await rename(`${path}.new`, path);
  return path;
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
