import { fullNameOf, getAreas } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { type CsvColumn, writeCsv } from "#platform/files/csv-writer.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { listIn, organisationPolicy } from "../access.ts";
import { FIELD, sectorLabel, YES_NO } from "../messages.ts";
import type { OrganisationRow } from "../present.ts";
import { ListFilter, listOrganisations, presentFor } from "../usecases.server.ts";

/** The list as a CSV file, with what of each row this actor may see; the import takes it back as it is. */
export const exportOrganisations = query({
  name: "organisation.export",
  policy: organisationPolicy,
  target: ListFilter.omit({ after: true, limit: true }),
  subject: (_find, { area }) => listIn(area),
  async run(permit, { ended, ...filter }) {
    const activeOn = ended ? undefined : permit.clock.today();
    const rows = await listOrganisations(permit, { ...filter, activeOn });
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
    return ok(writeCsv(columnsOf(nameOf), await presentFor(permit, rows)));
  },
});

function columnsOf(nameOf: (id: AreaId) => string): CsvColumn<OrganisationRow>[] {
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
