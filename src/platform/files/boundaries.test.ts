import { mkdtemp, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BOUNDARY_FILE, boundariesIn, keepBoundaries, readBoundaries } from "./boundaries.ts";

const ring = [
  [132, 35],
  [133, 35],
  [133, 36],
  [132, 35],
];
const polygon = { type: "Polygon", coordinates: [ring] };
const file = (features: object[]) => JSON.stringify({ type: "FeatureCollection", features });

describe("the boundaries that an operator loads", () => {
  it("are none without a file, are read by either name of the code, and again when the file has changed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "yui-boundaries-"));
    const path = join(folder, BOUNDARY_FILE);
    expect(await readBoundaries(folder)).toEqual([]);
    const town = { properties: { code: "32202" }, geometry: polygon };
    const known = { properties: { N03_001: "島根県", N03_007: "32207" }, geometry: polygon };
    const others = [
      { properties: { N03_007: null }, geometry: polygon },
      { properties: { code: "32203" }, geometry: { type: "Point", coordinates: [132, 35] } },
    ];
    await writeFile(path, file([town, known, ...others]));
    expect((await readBoundaries(folder)).map(({ code }) => code)).toEqual(["32202", "32207"]);
    await writeFile(path, file([known]));
    await utimes(path, 1, 1);
    expect((await readBoundaries(folder)).map(({ code }) => code)).toEqual(["32207"]);
  });

  it("are read from TopoJSON as well, and kept where maps look for them", async () => {
    const topology = {
      type: "Topology",
      arcs: [
        [
          [0, 0],
          [10, 0],
          [0, 10],
          [-10, -10],
        ],
      ],
      transform: { scale: [0.1, 0.1], translate: [132, 35] },
      objects: {
        towns: {
          type: "GeometryCollection",
          geometries: [{ type: "Polygon", arcs: [[0]], properties: { N03_007: "32202" } }],
        },
      },
    };
    const folder = await mkdtemp(join(tmpdir(), "yui-boundaries-"));
    await keepBoundaries(folder, boundariesIn(topology));
    expect(await readBoundaries(folder)).toEqual([{ code: "32202", ...polygon }]);
  });
});
