import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { BOARD_LIST } from "./board.present.ts";
import { nationalStatus, readBoard } from "./board.usecases.server.ts";

it("knows how many councils the ministry counted", () => {
  expect(nationalStatus().map((one) => [one.asOf, one.established, one.total])).toEqual([
    ["2009-09-01", 47, 47],
    ["2009-09-01", 320, 346],
    ["2009-09-01", 342, null],
  ]);
});

const app = testApp();
const read = async (query = "prefecture=32", on = app) =>
  expectOk(await readBoard(on, VISITOR, { list: readList(BOARD_LIST, new URLSearchParams(query)) }));

describe("the map of a prefecture's areas", () => {
  it("is there for one prefecture, and not for the whole list of areas", async () => {
    await loadReferenceAreas(app);
    expect((await read()).mapped).toBe(true);
    expect((await read("")).mapped).toBe(false);
  });

  it("has the boundaries that the operator loaded, each with the area of its municipality", async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "yui-board-"));
    const own = { ...app, config: { ...app.config, dataFolder } };
    expect((await read(undefined, own)).shapes).toEqual([]);
    const town = (code: string) => ({
      properties: { N03_007: code },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [132, 34.9],
            [132.1, 34.9],
            [132, 35],
            [132, 34.9],
          ],
        ],
      },
    });
    // Hamada, Gotsu, and a town of another prefecture.
    const file = { features: ["32202", "32207", "14150"].map(town) };
    await writeFile(join(dataFolder, "boundaries.geojson"), JSON.stringify(file));
    expect((await read(undefined, own)).shapes.map(({ area }) => area)).toEqual(["sma-32-02", "sma-32-02"]);
  });
});
