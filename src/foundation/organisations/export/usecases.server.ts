import type { Actor } from "#foundation/actors/public.ts";
import { fullNameOf, getAreas } from "#foundation/areas/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type CsvColumn, writeCsv } from "#platform/files/csv-writer.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { organisationPolicy, subjectOf } from "../access.ts";
import { FIELD, sectorLabel, YES_NO } from "../messages.ts";
import { type Presented, present } from "../present.ts";
import type { OrganisationFilter } from "../store.server.ts";
import { listOrganisations } from "../usecases.server.ts";

/** The list as a CSV file, with what of each row this actor may see; the import takes it back as it is. */
export async function exportOrganisations(
  app: App,
  actor: Actor,
  filter: Omit<OrganisationFilter, "areas" | "activeOn" | "after" | "limit"> & {
    area?: AreaId | undefined;
    ended?: boolean;
  },
): Promise<Result<string>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, organisationPolicy, "organisation.list", {
      type: "organisation",
      area: filter.area ?? ("jp" as AreaId),
      published: true,
    });
    if (!permit.ok) return permit;
    const { ended, ...rest } = filter;
    const activeOn = ended ? undefined : unit.clock.today();
    const rows = await listOrganisations(unit, { ...rest, activeOn });
    const seen = rows.map((row) => {
      const colleague = organisationPolicy.may(actor, "organisation.see-all", subjectOf(row));
      return present(row, colleague ? "colleague" : "public");
    });
    const ids = [...new Set(rows.flatMap((row) => [row.areaId, ...row.servedAreas]))];
    const areas = await getAreas(unit, ids);
    const prefectures = await getAreas(unit, [
      ...new Set([...areas.values()].flatMap((area) => area.prefectureId ?? [])),
    ]);
    const nameOf = (id: AreaId): string => {
      const area = areas.get(id);
      // Only names that lead back to the one area; what has ended is named by its id.
      if (!area || area.validTo) return id;
      return fullNameOf(area, area.prefectureId ? prefectures.get(area.prefectureId)?.name : undefined);
    };
    return ok(writeCsv(columnsOf(nameOf), seen));
  });
}

function columnsOf(nameOf: (id: AreaId) => string): CsvColumn<Presented>[] {
  return [
    { head: FIELD.name, cell: (row) => row.name },
    { head: FIELD.kana, cell: (row) => row.kana },
    { head: FIELD.sector, cell: (row) => sectorLabel(row.sector) },
    { head: FIELD.areaId, cell: (row) => nameOf(row.areaId) },
    { head: FIELD.servedAreas, cell: (row) => row.servedAreas.map(nameOf).join("、") },
    { head: FIELD.desk, cell: (row) => row.desk },
    { head: FIELD.phone, cell: (row) => row.phone },
    { head: FIELD.fax, cell: (row) => row.fax },
    { head: FIELD.email, cell: (row) => row.email },
    { head: FIELD.postalCode, cell: (row) => row.postalCode },
    { head: FIELD.address, cell: (row) => row.address },
    { head: FIELD.website, cell: (row) => row.website },
    { head: FIELD.note, cell: (row) => row.note },
    { head: FIELD.published, cell: (row) => (row.published ? YES_NO.yes : YES_NO.no) },
    { head: FIELD.validFrom, cell: (row) => row.validFrom },
    { head: FIELD.validTo, cell: (row) => row.validTo },
    { head: FIELD.id, cell: (row) => row.id },
  ];
}
