import type { AreaShape } from "#foundation/areas/public.ts";
import { areaMap } from "#ui/charts/area-map.ts";
import { inTwoWidths } from "#ui/charts/svg.ts";
import type { DistrictTrained } from "./gatekeeper.rules.ts";

const LIMITS = [10, 30, 100, 300] as const;
const levelOf = (persons: number | null) =>
  persons === null ? null : LIMITS.filter((limit) => persons >= limit).length - 1;

/** Districts shaded by how many are trained there. */
export function trainedMap(
  districts: readonly (DistrictTrained & Readonly<{ name: string }>)[],
  shapes: readonly AreaShape[],
) {
  const text = (persons: number | null) => (persons === null ? "10人未満" : `${persons}人`);
  return inTwoWidths(areaMap, {
    ...{ id: "trained-map", title: "研修を修了した人（市町村別）", levels: LIMITS.length, shapes },
    description: districts.map(({ name, persons }) => `${name} ${text(persons)}`).join("、"),
    areas: districts.map(({ id, name, persons }) => ({
      ...{ id, label: name, level: levelOf(persons), text: text(persons) },
    })),
  });
}
