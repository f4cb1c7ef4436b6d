import type { ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { addOrganisation } from "./form/usecases.server.ts";

const typed = () => ({ name: `見本の機関 ${newId()}`, sector: "npo", published: "" });
/** Its one row is to be mended. */
const file = { text: "名称,分野,所在地域\n見本の機関,その他,\n", rows: "all" };

const only =
  (target: (place: ExamplePlace) => Readonly<Record<string, unknown>>, input?: unknown): Examples[string] =>
  async (place) =>
    place.state === "standing" ? { target: target(place), input } : undefined;

/** An organisation of the area that is not published. */
export async function makeOrganisation(
  { app, secretariat, area }: Pick<ExamplePlace, "app" | "secretariat" | "area">,
  change: Readonly<Record<string, string>> = {},
): Promise<{ id: OrganisationId; name: string }> {
  const form = { ...typed(), ...change };
  const { id } = expectOk(await addOrganisation(app, secretariat, { area }, form));
  return { id, name: form.name };
}

/** One that has ended is read and changed like any other; what an ended one has published anybody reads. */
const made =
  (input?: unknown): Examples[string] =>
  async (place) => {
    if (place.state === "deleted") return undefined;
    const ended = { validTo: "2020-03-31", published: "yes" };
    const { id } = await makeOrganisation(place, place.state === "ended" ? ended : {});
    return { target: { id }, input };
  };

/** How the role matrix tries each command and query of the organisations. */
export const examples: Examples = {
  "organisation.list": only(({ area }) => ({ area })),
  "organisation.export": only(({ area }) => ({ area })),
  "organisation.read": made(),
  "organisation.read-to-edit": made(),
  "organisation.list-homes": only(() => ({})),
  "organisation.add": only(({ area }) => ({ area }), typed()),
  "organisation.change": made(typed()),
  "organisation.check-import": only(() => ({}), file),
  "organisation.list-rejects": only(() => ({}), file),
  "organisation.import": only(() => ({}), file),
  "organisation.load-samples": only(() => ({})),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  organisations: "organisation.list",
  "organisations/new": "organisation.list-homes",
  "organisations/import": "organisation.list-homes",
  "organisations/:organisation": "organisation.read",
  "organisations/:organisation/edit": "organisation.read-to-edit",
  "organisations.csv": "organisation.export",
  "organisations.xlsx": "organisation.export",
  "organisations/import/rejected.csv": "organisation.list-rejects",
};
