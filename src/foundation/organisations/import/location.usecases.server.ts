import { findArea, getAreas, municipalitiesOf, NATION, searchAreas } from "#foundation/areas/public.ts";
import type { Permit } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { ColumnChoices } from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { ImportBatch } from "#platform/tables/import.ts";
import { placesOf } from "./location.rules.ts";
import type { Known } from "./rules.ts";

const MORE_THAN_ALL = 5000;

/** What the addresses of a file are read with: the municipalities, and those of its sender's areas. */
export async function knownPlaces(
  permit: Permit,
  { reach, choices }: ImportBatch<Meaning, ColumnChoices>,
): Promise<Pick<Known, "places" | "homes" | "whole">> {
  const kinds = ["prefecture", "municipality", "ward"] as const;
  const areas = [];
  for (const kind of kinds) areas.push(...(await searchAreas(permit, "", { kind, limit: MORE_THAN_ALL })));
  const places = placesOf(areas);
  const within = async (id: AreaId) =>
    new Set((await municipalitiesOf(permit, id)).flatMap((one) => places.byId.get(one.id) ?? []));
  const homes = new Map<AreaId, { id: AreaId; name: string }>();
  if (reach !== "all") {
    const named = await getAreas(permit, reach);
    const all = await Promise.all(
      [...named.values()].map(async (area) => ({ area, inside: await within(area.id) })),
    );
    // The smallest of several areas that hold one municipality.
    for (const { area, inside } of all.toSorted((a, b) => b.inside.size - a.inside.size))
      for (const id of inside) homes.set(id, { id: area.id, name: area.name });
  }
  const said = choices.forAll?.areaId;
  const area = said ? await findArea(permit, said) : undefined;
  const whole = area && area.id !== NATION ? { area: area.id, places: await within(area.id) } : undefined;
  return { places, homes, whole };
}
