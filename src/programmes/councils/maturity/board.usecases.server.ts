import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type Actor, service } from "#foundation/actors/public.ts";
import { type Area, getAreas, NATION, searchAreas, shapesOf } from "#foundation/areas/public.ts";
import { command, type OutputOf, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { firstDayOf, fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { ok } from "#platform/kernel/result.ts";
import { listTarget, pageOfAll, readList } from "#platform/lists/list.ts";
import { type CouncilPermit, councilPolicy } from "../access.ts";
import { selectBodies } from "../bodies/body.store.server.ts";
import { selectCouncilsOver } from "../bodies/body-tree.store.server.ts";
import { BOARD, LEVEL_SHORT } from "../messages.ts";
import { ofAllAreas, ofArea } from "../model/council-target.schema.ts";
import { BOARD_LIST, type BoardRow } from "./board.present.ts";
import { selectAreasWithBodies, selectBoardLines, upsertBoardLine } from "./board.store.server.ts";
import { maturityOf } from "./maturity.queries.server.ts";
import { countMeetings } from "./maturity.store.server.ts";

const MOST_AREAS = 1000;
const STATUS = new URL("../../../../reference/councils/council_status.csv", import.meta.url);

/** Writes anew what the board shows of an area, in the use-case that changed it. */
export async function refreshBoardLine(permit: CouncilPermit): Promise<void> {
  const today = permit.clock.today();
  const year = fiscalYearOf(today);
  const bodies = await selectBodies(permit);
  const { meetingsHeld, lastMetOn } = await countMeetings(permit, firstDayOf(year), today);
  const { level } = await maturityOf(permit, year);
  await upsertBoardLine(permit, year, {
    hasCouncil: bodies.some((body) => body.kind === "area_council" || body.kind === "prefecture_council"),
    meetings: meetingsHeld,
    lastMetOn,
    maturity: level,
  });
}

/** The areas that have a body. */
const listAreasWithBodies = query({
  name: "board.list-areas",
  ...ofAllAreas("board"),
  run: async (permit) => ok(await selectAreasWithBodies(permit)),
});

const refreshLine = command({
  name: "board.refresh",
  ...ofArea("board"),
  run: async (permit) => ok(await refreshBoardLine(permit)),
});

/** By the clock: a new day or year, or a change of the plan, moves what the board shows. */
export async function refreshBoard(app: App): Promise<void> {
  const actor = service("board");
  const areas = await listAreasWithBodies(app, actor, {});
  for (const area of areas.ok ? areas.value : []) await refreshLine(app, actor, { area });
}

export type NationalStatus = Readonly<{
  asOf: string;
  level: string;
  established: number;
  total: number | null;
}>;

/**
 * Every prefecture or secondary medical area, and whatever else has a council, with where it stands this year. The
 * list is the same for everybody.
 */
export const readBoard = query({
  name: "board.read",
  policy: councilPolicy,
  target: z.object({ list: listTarget(BOARD_LIST) }),
  subject: () => ({ type: "board", area: NATION }),
  async run(permit, { list }, app) {
    const { kind = "secondary_medical_area", prefecture, all } = list.filter;
    const year = fiscalYearOf(permit.clock.today());
    const lines = new Map((await selectBoardLines(permit, year)).map((line) => [line.areaId, line]));
    const prefectures = await searchAreas(permit, "", { kind: "prefecture", limit: MOST_AREAS });
    const listed =
      kind === "prefecture"
        ? prefectures.filter((area) => !prefecture || area.id === prefecture)
        : await searchAreas(permit, "", { kind, prefecture, limit: MOST_AREAS });
    const known = new Set([...listed, ...prefectures].map((area) => area.id));
    const loose = await getAreas(
      permit,
      [...lines.keys()].filter((id) => !known.has(id)),
    );
    const others = kind === "prefecture" ? [] : [...loose.values()];
    const areas = [...others.filter((area) => !prefecture || area.prefectureId === prefecture), ...listed];
    const names = new Map(prefectures.map((area) => [area.id, area.name]));
    const rows = areas.map((area): BoardRow => {
      const prefecture = names.get(area.prefectureId ?? area.id) ?? "";
      return { area, prefecture, line: lines.get(area.id) ?? null, over: "" };
    });
    // Of the whole country only what is known is listed at first: the rest is hundreds of lines that say so.
    const listedRows = all || prefecture ? rows : rows.filter(({ line }) => line !== null);
    const page = pageOfAll(BOARD_LIST, list, listedRows);
    const registered = page.rows.flatMap(({ area, line }) => (line ? [area.id] : []));
    const over = await selectCouncilsOver(permit, registered);
    const held = rows.flatMap(({ line }) => (line ? [line] : []));
    const onOnePage = list.after === undefined && areas.length <= BOARD_LIST.rowsAPage;
    const mapped = onOnePage && areas.every((area) => area.kind === kind);
    return ok({
      mapped,
      shapes: mapped ? await shapesOf(permit, app, areas) : [],
      year,
      areas: rows.length,
      councils: held.filter((line) => line.hasCouncil).length,
      met: held.filter((line) => line.meetings > 0).length,
      prefectures,
      page: { ...page, rows: page.rows.map((row) => ({ ...row, over: over.get(row.area.id) ?? "" })) },
    });
  },
});

export type Board = OutputOf<typeof readBoard>;

/** The areas of a prefecture whose councils the actor may read; none of another area. */
export async function areasBelow(app: App, actor: Actor, { id, kind }: Area) {
  if (kind !== "prefecture") return ok([]);
  const list = readList(BOARD_LIST, new URLSearchParams({ prefecture: id }), { whole: true });
  const board = await readBoard(app, actor, { list });
  if (!board.ok) return board;
  const mayRead = ({ area }: BoardRow) =>
    councilPolicy.may(actor, "meeting.list", { type: "council", area: area.id }) !== undefined;
  return ok(board.value.page.rows.filter(mayRead));
}

/** How the councils of a prefecture stand this year, in words; null where none is registered. It is the same for everybody. */
export async function councilsIn(app: App, actor: Actor, prefecture: string) {
  const list = readList(BOARD_LIST, new URLSearchParams({ prefecture }), { whole: true });
  const board = await readBoard(app, actor, { list });
  if (!board.ok) return board;
  return ok(
    board.value.page.rows.map(({ area, line }) => ({
      area: area.id,
      stage: line ? (line.maturity === "0" ? BOARD.unjudged : LEVEL_SHORT[line.maturity]!) : null,
      meetings: line?.meetings ?? 0,
    })),
  );
}

let national: readonly NationalStatus[] | undefined;

/** How many councils there were, as the ministry counted them. */
export function nationalStatus(): readonly NationalStatus[] {
  national ??= (
    parse(readFileSync(STATUS, "utf8"), { columns: true, comment: "#" }) as Record<string, string>[]
  ).map((row) => ({
    asOf: row.as_of!,
    level: row.level!,
    established: Number(row.established),
    total: row.total === "" ? null : Number(row.total),
  }));
  return national;
}
