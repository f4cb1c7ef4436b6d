import { beforeAll, describe, expect, it, vi } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listResponse } from "#platform/lists/list-file.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { editionDocument, fileColumns, linesOf, presentEdition } from "./edition.present.ts";
import { listEditions, readEdition, restoreEdition, withdrawEdition } from "./edition.usecases.server.ts";
import { publishVisits } from "./testing.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
const place = (at = "2026-11-30T00:00:00Z") => ({
  app: { ...app, clock: fixedClock(at) },
  area: AREA,
  secretariat: STAFF,
});
const named = (number: number) => ({
  ...{ area: AREA, publication: "visits", period: "2025", number: String(number) },
});
const read = async (number: number, actor: typeof STAFF | typeof VISITOR = VISITOR) =>
  expectOk(await readEdition(app, actor, named(number)));
const cells = async (number: number) => (await read(number)).edition.content.tables[0]!.cells;

beforeAll(async () => {
  await loadReferenceAreas(app);
  await publishVisits(place(), [5, 20, 30, "not-measurable"]);
});

describe("an edition", () => {
  it("hides small counts, keeps kinds of nothing apart, and is anybody's to read", async () => {
    expect(await cells(1)).toEqual(["hidden", "hidden", 30, "not-measurable", 55]);
    expect(expectOk(await listEditions(app, VISITOR, { area: AREA }))).toHaveLength(1);
  });

  it("is not made again while its counts stay", async () => {
    await publishVisits(place("2026-12-01T00:00:00Z"), [5, 20, 30, "not-measurable"]);
    expect(expectOk(await listEditions(app, VISITOR, { area: AREA }))).toHaveLength(1);
  });

  it("is suppressed knowing the one before it, which stays readable as it was", async () => {
    // Alone, 12 and 20 could be shown; beside the first edition they would give its 5 back.
    await publishVisits(place("2026-12-02T00:00:00Z"), [12, 20, 30, "not-measurable"]);
    expect((await cells(2)).slice(0, 2)).not.toEqual([12, 20]);
    expect(await cells(1)).toEqual(["hidden", "hidden", 30, "not-measurable", 55]);
    const states = expectOk(await listEditions(app, VISITOR, { area: AREA })).map(({ replaced }) => replaced);
    expect(states).toEqual([false, true]);
  });

  it("goes out as the same bytes each time, in every format, with each kind of nothing", async () => {
    const files = async () => {
      const { edition, area } = await read(1);
      const list = (kind: "csv" | "xlsx") =>
        listResponse(kind, "x", fileColumns(edition), {
          rows: linesOf(edition.content),
          after: undefined,
        }).then((one) => one.arrayBuffer());
      return {
        csv: Buffer.from(await list("csv")),
        xlsx: Buffer.from(await list("xlsx")),
        json: Buffer.from(JSON.stringify(presentEdition(edition))),
        pdf: documentPdf(editionDocument(edition, area.name), app.config.origin),
      };
    };
    const first = await files();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:09Z") });
    const second = await files();
    vi.useRealTimers();
    for (const format of ["csv", "xlsx", "json", "pdf"] as const)
      expect([format, first[format].equals(second[format])]).toEqual([format, true]);
    expect(first.csv.toString()).toContain("東,件,秘匿");
    expect(first.csv.toString()).toContain("北,件,測れない");
    expect(
      presentEdition((await read(1)).edition).tables[0]!.cells.map(({ value, status }) => [value, status]),
    ).toEqual([
      [null, "hidden"],
      [null, "hidden"],
      [30, "shown"],
      [null, "not-measurable"],
      [55, "shown"],
    ]);
  });

  it("is withdrawn with a reason that anybody reads, and published again", async () => {
    expect(await withdrawEdition(app, STAFF, named(2), { reason: " " })).toMatchObject({
      error: { kind: "invalid" },
    });
    expectOk(await withdrawEdition(app, STAFF, named(2), { reason: "数え方を誤りました" }));
    const { edition, mayRestore } = await read(2);
    expect([edition.withdrawnFor, mayRestore]).toEqual(["数え方を誤りました", false]);
    expect(editionDocument(edition, "浜田").notes.join()).toContain("数え方を誤りました");
    await publishVisits(place("2026-12-03T00:00:00Z"), [12, 20, 30, "not-measurable"]);
    expect(expectOk(await listEditions(app, VISITOR, { area: AREA }))).toHaveLength(2);
    expect((await read(2, STAFF)).mayRestore).toBe(true);
    expectOk(await restoreEdition(app, STAFF, named(2)));
    expect(await restoreEdition(app, STAFF, named(2))).toMatchObject({ error: { kind: "conflict" } });
  });

  it("is made after the other where two are made at once, and knows it", async () => {
    const at = { ...place("2026-12-04T00:00:00Z"), period: "2024" };
    await Promise.all([5, 12].map((east) => publishVisits(at, [east, 20, 30, 40])));
    const shown = async (number: string) =>
      expectOk(await readEdition(app, VISITOR, { ...named(1), period: "2024", number })).edition.content;
    expect((await shown("1")).tables[0]!.cells).toHaveLength(5);
    // Beside the other, 12 and 20 would give its 5 back; and 5 itself is small.
    expect((await shown("2")).tables[0]!.cells.slice(0, 2)).not.toEqual([12, 20]);
  });
});
