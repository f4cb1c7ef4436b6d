import { fullNameOf, getAreas } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { listIn, organisationPolicy } from "../access.ts";
import { AskedList, pageFor } from "../usecases.server.ts";
import type { ExportedRow } from "./present.ts";

/** The whole list for a file, with what of each row this actor may see. */
export const exportOrganisations = query({
  name: "organisation.export",
  policy: organisationPolicy,
  target: AskedList,
  subject: (_find, { area }) => listIn(area),
  async run(permit, asked) {
    const { rows, sort, after } = await pageFor(permit, asked);
    const ids = [...new Set(rows.flatMap((row) => [row.areaId, ...row.servedAreas]))];
    const areas = await getAreas(permit, ids);
    const prefectures = await getAreas(permit, [
      ...new Set([...areas.values()].flatMap((area) => area.prefectureId ?? [])),
    ]);
    const nameOf = (id: AreaId): string => {
      const area = areas.get(id);
      // Only names that lead back to the one area; what has ended is named by its id.
      if (!area || area.validTo) return id;
      return fullNameOf(area, area.prefectureId ? prefectures.get(area.prefectureId)?.name : undefined);
    };
    const named = rows.map((row): ExportedRow => {
      const names = { home: nameOf(row.areaId), served: row.servedAreas.map(nameOf) };
      return Object.assign({}, row, names);
    });
    return ok({ rows: named, sort, after });
  },
});
