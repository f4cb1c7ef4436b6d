import { coordinateProblem } from "../model/coordinates.rules.ts";

export type TownPoint = Readonly<{ municipality: string; name: string; latitude: number; longitude: number }>;

const HEADS = ["市区町村コード", "大字町丁目名", "緯度", "経度"] as const;

/** Rows of 位置参照情報 (大字・町丁目レベル); undefined where it is no such file. */
export function readTownPoints(rows: readonly (readonly string[])[]): TownPoint[] | undefined {
  const [head = [], ...body] = rows;
  const at = HEADS.map((name) =>
    head.findIndex((cell) => cell.replace("大字・丁目名", "大字町丁目名").trim() === name),
  );
  if (at.includes(-1)) return undefined;
  const points = body.map((row) => {
    const [municipality = "", name = "", latitude, longitude] = at.map((column) => row[column] ?? "");
    return {
      municipality: municipality.padStart(5, "0"),
      name,
      latitude: Number(latitude),
      longitude: Number(longitude),
    };
  });
  const one = points.filter(
    ({ municipality, name, latitude, longitude }) =>
      /^\d{5}$/.test(municipality) && name !== "" && coordinateProblem(latitude, longitude) === undefined,
  );
  return [...new Map(one.map((point) => [`${point.municipality} ${point.name}`, point])).values()];
}
