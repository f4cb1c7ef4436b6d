import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { newImportId } from "#foundation/tables/public.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { Wish } from "#platform/tables/import.ts";
import { columnField } from "#platform/tables/messages.ts";
import { meaningValue } from "#platform/tables/present.ts";
import { addOrganisation } from "./form/usecases.server.ts";
import {
  beginOrganisationImport,
  cancelOrganisationImport,
  runOrganisationImport,
  withdrawOrganisationImport,
} from "./import/usecases.server.ts";

const typed = () => ({ name: `見本の機関 ${newId()}`, sector: "npo", published: "" });
const HEAD = ["名称", "分野", "所在地域"];
const row = (area: string) => [`見本の機関 ${newId()}`, "NPO・ボランティア", area];

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

/** A list of the area, brought in by its secretariat as far as that; one that is over was given up. */
const imported =
  (
    wish: Wish,
    {
      run = true,
      withdrawn = false,
      input = () => ({}),
    }: { run?: boolean; withdrawn?: boolean; input?: (path: string) => unknown } = {},
  ): Examples[string] =>
  async ({ app, area, secretariat, state }) => {
    if (state === "deleted") return undefined;
    const id = newImportId();
    const path = join(await mkdtemp(join(tmpdir(), "yui-import-example-")), "list.csv");
    await writeFile(path, `${HEAD.join(",")}\n${row(area).join(",")}\n`);
    const begun = state === "ended" ? "check" : wish;
    const file = { path, name: "list.csv" };
    expectOk(await beginOrganisationImport(app, secretariat, { id, area }, file, { wish: begun }));
    if (state === "ended") expectOk(await cancelOrganisationImport(app, secretariat, { id }));
    else if (run) await runOrganisationImport(app, { id }, path);
    if (withdrawn && state !== "ended") expectOk(await withdrawOrganisationImport(app, secretariat, { id }));
    return { target: { id }, input: input(path) };
  };
const matched = Object.fromEntries(
  ["name", "sector", "areaId"].map((role, at) => [columnField(at), meaningValue({ role })]),
);

/** How the role matrix tries each command and query of the organisations. */
export const examples: Examples = {
  "organisation.list": only(({ area }) => ({ area })),
  "organisation.export": only(({ area }) => ({ area })),
  "organisation.read": made(),
  "organisation.read-to-edit": made(),
  "organisation.list-homes": only(() => ({})),
  "organisation.add": only(({ area }) => ({ area }), typed()),
  "organisation.change": made(typed()),
  "organisation-import.begin": async ({ area, state }) =>
    state === "standing"
      ? {
          target: { area, id: newImportId() },
          input: {
            file: {
              name: "list.csv",
              encoding: "UTF-8",
              delimiter: ",",
              bytes: 80,
              sha256: "0".repeat(64),
              sheets: [],
              sheet: null,
              bands: [
                {
                  from: 1,
                  to: 2,
                  lines: [HEAD, row(area)].map((cells, index) => ({ line: index + 1, cells })),
                },
              ],
            },
            choices: {},
          },
        }
      : undefined,
  "organisation-import.list": only(() => ({})),
  "organisation-import.list-under-way": only(() => ({})),
  "organisation-import.read": imported("check"),
  "organisation-import.read-rejected": imported("check"),
  "organisation-import.match": imported("check"),
  "organisation-import.check": imported("check", { input: () => matched }),
  "organisation-import.take": imported("check"),
  "organisation-import.cancel": imported("check"),
  "organisation-import.run": imported("check", { run: false, input: (path) => ({ path }) }),
  "organisation-import.fail": imported("check", { run: false, input: () => ({ problem: "見本" }) }),
  "organisation-import.withdraw": imported("take"),
  "organisation-import.restore": imported("take", { withdrawn: true }),
  "organisation.load-samples": only(() => ({})),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  organisations: "organisation.list",
  "organisations/new": "organisation.list-homes",
  "organisations/import": "organisation-import.list",
  "organisations/import/:import": "organisation-import.read",
  "organisations/:organisation": "organisation.read",
  "organisations/:organisation/edit": "organisation.read-to-edit",
  "organisations.csv": "organisation.export",
  "organisations.xlsx": "organisation.export",
  "organisations/import/:import/rejected.csv": "organisation-import.read-rejected",
};
