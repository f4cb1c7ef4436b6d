import { areaMap } from "#ui/charts/area-map.ts";
import { inTwoWidths } from "#ui/charts/svg.ts";
import { BOARD, LEVEL_SHORT } from "../messages.ts";
import { LEVELS } from "../model/maturity.rules.ts";
import type { Board } from "./board.usecases.server.ts";

/** The board as a map: how mature the councils of all its areas are, unknown where none is registered. */
export function presentMap({ page: { rows }, shapes, year, mapped }: Board) {
  if (!mapped) return null;
  const areas = rows.map(({ area, line }) => ({
    id: area.id,
    label: area.name.replace(/圏域$/, ""),
    level: line ? (LEVELS as readonly string[]).indexOf(line.maturity) + 1 : null,
    text: line ? (line.maturity === "0" ? BOARD.unjudged : LEVEL_SHORT[line.maturity]!) : BOARD.unknown,
  }));
  const registered = rows.flatMap(({ line }) => (line ? [line.maturity] : []));
  const title = BOARD.mapTitle(year, areas.length, registered.length);
  const counts = ["0", ...LEVELS].flatMap((level) => {
    const count = registered.filter((one) => one === level).length;
    return count > 0 ? [BOARD.atLevel(level === "0" ? BOARD.unjudged : LEVEL_SHORT[level]!, count)] : [];
  });
  const description = [...counts, BOARD.atLevel(BOARD.unknown, areas.length - registered.length)].join("、");
  const chart = inTwoWidths(areaMap, {
    id: "board-map",
    title,
    description,
    areas,
    shapes,
    levels: LEVELS.length + 1,
  });
  return { title, chart, description };
}
