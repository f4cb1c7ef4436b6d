import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { v5 } from "uuid";
import { findAreaBySlug } from "#foundation/areas/public.ts";
import { act, type Unit } from "#foundation/audit/public.ts";
import { service } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { readDraft } from "../rules.ts";
import type { DraftFields, Organisation, Sector } from "../schema.ts";
import { findOrganisation, getOrganisation, getOrganisations, saveDraft } from "../usecases.server.ts";

const FILE = new URL("../../../../reference/demonstration/organisations.csv", import.meta.url);
/** Of our own making, so that a sample organisation keeps its id in every installation. */
const NAMESPACE = "6f0a3c1e-54b7-4d0e-9c52-8d3f0b7a2e11";
const SOURCE = "見本。厚生労働省健康局の資料（平成22年度ごろ）に名前のある機関です。";

type Row = Readonly<Record<"name" | "kana" | "sector" | "home" | "serves" | "desk" | "published", string>>;

/** The sample organisations by the name under which they are shipped. */
export type SampleOrganisations = ReadonlyMap<string, Organisation>;

/**
 * Loads the members of the councils of Hamada and Sagamihara and the offices around them. What stands already stays
 * as it is, also where somebody has changed it since. The areas must be loaded.
 */
export async function loadDemonstrationOrganisations(app: App): Promise<SampleOrganisations> {
  const rows = parse(await readFile(FILE, "utf8"), { columns: true }) as Row[];
  const ids = new Map(rows.map((row) => [row.name, v5(row.name, NAMESPACE) as OrganisationId]));
  return expectOk(
    await act(app, service("demonstration"), async (unit) => {
      const stored = new Map(await getOrganisations(unit.tx, [...ids.values()]));
      for (const row of rows) {
        const id = ids.get(row.name)!;
        if (!stored.has(id)) stored.set(id, await addOrFind(unit, id, row));
      }
      return ok(new Map(rows.map((row) => [row.name, stored.get(ids.get(row.name)!)!])));
    }),
  );
}

async function addOrFind(unit: Unit, id: OrganisationId, row: Row): Promise<Organisation> {
  const home = await areaOf(unit, row.home);
  const namesake = await findOrganisation(unit.tx, home, row.name);
  if (namesake) return namesake;
  const served = await Promise.all(row.serves.split(" ").map((slug) => areaOf(unit, slug)));
  const { draft, errors } = readDraft(fieldsOf(row, home, served));
  if (!draft) throw new Error(`the sample organisation ${row.name} is wrong: ${JSON.stringify(errors)}`);
  expectOk(await saveDraft(unit, id, draft, undefined, "demonstration"));
  return getOrganisation(unit.tx, id);
}

async function areaOf(unit: Unit, slug: string): Promise<AreaId> {
  const area = await findAreaBySlug(unit.tx, slug);
  if (!area) throw new Error(`no area ${slug} for the sample organisations; are the areas loaded?`);
  return area.id;
}

const fieldsOf = (row: Row, home: AreaId, served: readonly AreaId[]): DraftFields => ({
  name: row.name,
  kana: row.kana,
  sector: row.sector as Sector,
  areaId: home,
  servedAreas: [...served],
  desk: row.desk,
  phone: "",
  fax: "",
  email: "",
  postalCode: "",
  address: "",
  website: "",
  note: SOURCE,
  published: row.published === "yes",
  validFrom: "",
  validTo: "",
});
