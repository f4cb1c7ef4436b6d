import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { findAreaBySlug } from "#foundation/areas/public.ts";
import { also, command, type Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, namedId, type OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk, ok, type Result } from "#platform/kernel/result.ts";
import { listIn, organisationPolicy, subjectOf } from "../access.ts";
import { readDraft } from "../rules.ts";
import type { DraftFields, Organisation, Sector } from "../schema.ts";
import { addDraft, findOrganisation, getOrganisation, getOrganisations } from "../usecases.server.ts";

const FILE = new URL("../../../../reference/demonstration/organisations.csv", import.meta.url);
const SOURCE = "見本。厚生労働省健康局の資料（平成22年度ごろ）に名前のある機関です。";
const MADE_UP = "見本。実在しない事業所です。";

type Row = Readonly<
  Record<"name" | "kana" | "sector" | "home" | "serves" | "desk" | "published" | "made_up", string>
>;

/** The sample organisations by the name under which they are shipped. */
export type SampleOrganisations = ReadonlyMap<string, Organisation>;

/**
 * Loads the members of the councils of Hamada and Sagamihara and the offices around them. What stands already stays
 * as it is, also where somebody has changed it since. The areas must be loaded.
 */
export const loadDemonstrationOrganisations = async (app: App): Promise<SampleOrganisations> =>
  expectOk(await loadSamples(app, service("demonstration"), {}));

const loadSamples = command({
  name: "organisation.load-samples",
  policy: organisationPolicy,
  target: z.object({}),
  subject: () => listIn(),
  async run(permit): Promise<Result<SampleOrganisations>> {
    const rows = parse(await readFile(FILE, "utf8"), { columns: true }) as Row[];
    const homes = new Map<string, AreaId>();
    for (const { home } of rows) if (!homes.has(home)) homes.set(home, await areaOf(permit, home));
    const idOf = (row: Row) => sampleOrganisationId(homes.get(row.home)!, row.name);
    const stored = await getOrganisations(permit, rows.map(idOf));
    const loaded = new Map<string, Organisation>();
    for (const row of rows) {
      const home = homes.get(row.home)!;
      loaded.set(row.name, stored.get(idOf(row)) ?? (await addOrFind(permit, idOf(row), row, home)));
    }
    return ok(loaded);
  },
});

/** The id of a sample organisation, the same in every installation. */
export const sampleOrganisationId = (home: AreaId, name: string): OrganisationId =>
  namedId("organisation", home, name);

async function addOrFind(permit: Work, id: OrganisationId, row: Row, home: AreaId): Promise<Organisation> {
  const namesake = await findOrganisation(permit, home, row.name);
  if (namesake) return namesake;
  const served = await Promise.all(row.serves.split(" ").map((slug) => areaOf(permit, slug)));
  const { draft, errors } = readDraft(fieldsOf(row, home, served));
  if (!draft) throw new Error(`the sample organisation ${row.name} is wrong: ${JSON.stringify(errors)}`);
  const subject = subjectOf({ id, areaId: home, published: draft.published });
  const adding = expectOk(await also(permit, organisationPolicy, "organisation.add", subject));
  expectOk(await addDraft(adding, id, draft, "demonstration"));
  return getOrganisation(permit, id);
}

async function areaOf(permit: Work, slug: string): Promise<AreaId> {
  const area = await findAreaBySlug(permit, slug);
  if (!area) throw new Error(`no area ${slug} for the sample organisations; are the areas loaded?`);
  return area.id;
}

/** Numbers that nobody has: the samples are real offices, whom nobody is to telephone from a demonstration. */
const NUMBERS: Readonly<Record<string, string>> = {
  hamada: "0855-00-0000",
  sagamihara: "042-000-0000",
};

const fieldsOf = (row: Row, home: AreaId, served: readonly AreaId[]): DraftFields => ({
  name: row.name,
  kana: row.kana,
  sector: row.sector as Sector,
  areaId: home,
  servedAreas: [...served],
  desk: row.desk,
  phone: row.published === "yes" ? (NUMBERS[row.home] ?? "") : "",
  fax: "",
  email: "",
  postalCode: "",
  address: "",
  website: "",
  note: row.made_up === "yes" ? MADE_UP : SOURCE,
  published: row.published === "yes",
  validFrom: "",
  validTo: "",
});
