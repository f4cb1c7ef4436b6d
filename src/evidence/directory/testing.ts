import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ExamplePlace,
  type Examples,
  type PageGuards,
  standing,
} from "#foundation/authority/testing.ts";
import { newImportId } from "#foundation/tables/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import type { Wish } from "#platform/tables/import.ts";
import { columnField } from "#platform/tables/messages.ts";
import { meaningValue } from "#platform/tables/present.ts";
import { mergeResources } from "./duplicates/duplicate.usecases.server.ts";
import { addResource, readResourceToEdit } from "./entries/resource.usecases.server.ts";
import { RESOURCE_LIST } from "./entries/resource-list.present.ts";
import { readFind } from "./find/find.schema.ts";
import {
  beginResourceImport,
  cancelResourceImport,
  runResourceImport,
} from "./imports/resource-import.usecases.server.ts";
import { reportMistake, unlistResource, withdrawResource } from "./owners/owner.usecases.server.ts";

const typed = () => ({
  ...{ name: `見本の診療所 ${newId()}`, kind: "clinic", fee: "unknown", residence: "any", listed: "true" },
  ...{ email: "madoguchi@example.jp" },
});

type Place = Pick<ExamplePlace, "app" | "area" | "secretariat" | "organisation">;
const add = async ({ app, area, secretariat, organisation }: Place): Promise<string> =>
  expectOk(await addResource(app, secretariat, { area }, { ...typed(), organisationId: organisation }));

/** A listed entry; one that is over was withdrawn. Nothing is ever deleted. */
const made =
  (input?: (id: string, place: ExamplePlace) => unknown): Examples[string] =>
  async (place) => {
    if (place.state === "deleted") return undefined;
    const { app, area, secretariat } = place;
    const id = await add(place);
    const typedIn = input && (await input(id, place));
    if (place.state === "ended")
      expectOk(await withdrawResource(app, secretariat, { area, id }, { reason: "見本" }));
    return { target: { area, id }, input: typedIn, holds: { directory: id } };
  };

/** One that stands still, for what an ended one refuses. */
const listed = (input?: (id: string, place: ExamplePlace) => unknown): Examples[string] =>
  standing(async (place) => {
    const { area } = place;
    const id = await add(place);
    return { target: { area, id }, input: input && (await input(id, place)), holds: { directory: id } };
  });

const inArea = (target: object = {}, input?: unknown): Examples[string] =>
  standing(({ area }) => ({ target: { area, ...target }, input }));
const FHIR_ASKED = { id: null, after: null, since: null, limit: 10 };
const anywhere = standing(() => ({ target: {} }));
const asked = readFind(new URLSearchParams());

const HEAD = ["名称", "種類", "所在地"];
const ROW = () => [`見本の診療所 ${newId()}`, "診療所", "見本町1"];

/** A list of the area, brought in by its secretariat as far as that; one that is over was given up. */
const imported =
  (
    wish: Wish,
    { run = true, input }: { run?: boolean; input?: (path: string) => unknown } = {},
  ): Examples[string] =>
  async ({ app, area, secretariat, state }) => {
    if (state === "deleted") return undefined;
    const id = newImportId();
    const path = join(await mkdtemp(join(tmpdir(), "yui-resources-")), "list.csv");
    await writeFile(path, `${HEAD.join(",")}\n${ROW().join(",")}\n`);
    const begun = state === "ended" ? "check" : wish;
    const file = { path, name: "list.csv" };
    expectOk(await beginResourceImport(app, secretariat, { id, area }, file, { wish: begun }));
    if (state === "ended") expectOk(await cancelResourceImport(app, secretariat, { id, area }));
    else if (run) await runResourceImport(app, { id }, path);
    return { target: { id, area }, input: input?.(path) };
  };
const matched = Object.fromEntries(
  ["name", "kind", "address"].map((role, at) => [columnField(at), meaningValue({ role })]),
);

/** How the role matrix tries each command and query of the directory. */
export const examples: Examples = {
  "resource.find": inArea({ asked }),
  "resource.find-area": inArea(),
  "resource.map": inArea({ asked }),
  "resource.read": made(),
  "resource.harvest": standing(() => ({
    target: { question: { what: "services", query: { page: 1, per_page: 10, full: false, minimal: false } } },
  })),
  "resource.export": inArea(),
  "resource.print": inArea({ form: "leaflet", language: "ja" }),
  "resource.print-sign": standing(async ({ app, area, secretariat }) => {
    const shop = { ...typed(), kind: "support_shop" };
    return { target: { area, id: expectOk(await addResource(app, secretariat, { area }, shop)) } };
  }),
  "resource.list": inArea({ list: readList(RESOURCE_LIST, new URLSearchParams()) }),
  "resource.choices": inArea(),
  "resource.read-to-edit": made(),
  "resource.add": inArea({}, typed()),
  "resource.save": listed(typed),
  "resource.set-intake": made(() => ({ intake: "open" })),
  "resource.confirm": made(() => ({ groups: ["contact"] })),
  "resource.read-own": made(),
  "resource.unlist": listed(() => ({ reason: "見本" })),
  "resource.withdraw": listed(() => ({ reason: "見本" })),
  "resource.relist": standing(async (place) => {
    const { app, area, secretariat } = place;
    const id = await add(place);
    expectOk(await unlistResource(app, secretariat, { area, id }, { reason: "見本" }));
    return { target: { area, id } };
  }),
  "resource.report": made(() => ({ words: "見本" })),
  "resource-report.settle": listed(async (id, { app, area, secretariat }) => {
    expectOk(await reportMistake(app, secretariat, { area, id }, { words: "見本" }));
    const { reports } = expectOk(await readResourceToEdit(app, secretariat, { area, id }));
    return { report: reports[0]!.id };
  }),
  "resource.ask-owner": listed(),
  "resource.ask-due": listed(),
  "resource.list-duplicates": inArea(),
  "resource.merge": listed(async (_id, place) => ({ other: await add(place) })),
  "resource.unmerge": standing(async (place) => {
    const { app, area, secretariat } = place;
    const [id, other] = [await add(place), await add(place)];
    expectOk(await mergeResources(app, secretariat, { area, id }, { other }));
    return { target: { area, id: other } };
  }),
  "resource.tell-apart": listed(async (_id, place) => ({ other: await add(place) })),
  "resource.list-services": standing(() => ({ target: FHIR_ASKED })),
  "resource.list-locations": standing(() => ({ target: FHIR_ASKED })),
  "resource.list-providers": standing(() => ({ target: FHIR_ASKED })),
  "resource.list-changes": standing(() => ({ target: { after: null, since: null, limit: 10 } })),
  "resource.give-bundle": standing(() => ({ target: { since: null } })),
  "resource.take-bundle": standing(() => ({ target: {}, input: { rows: [] } })),
  "resource.push": inArea({}, { source: "example", resources: [] }),
  "resource.list-pushed": standing(() => ({ target: { source: "example" } })),
  "resource.index": anywhere,
  "resource.due": anywhere,
  "resource.load-samples": anywhere,
  "town.load-points": standing(() => ({ target: {}, input: { towns: [] } })),
  "resource.read-today": anywhere,
  "resource.read-days": standing(() => ({ target: { from: "2026-12-01", until: "2026-12-07" } })),
  "resource-import.begin": async ({ area, state }) =>
    state === "standing"
      ? {
          target: { area, id: newImportId() },
          input: {
            file: {
              ...{ name: "list.csv", encoding: "UTF-8", delimiter: ",", bytes: 80, sha256: "0".repeat(64) },
              ...{ sheets: [], sheet: null },
              bands: [
                { from: 1, to: 2, lines: [HEAD, ROW()].map((cells, index) => ({ line: index + 1, cells })) },
              ],
            },
            choices: {},
          },
        }
      : undefined,
  "resource-import.list": inArea(),
  "resource-import.list-under-way": anywhere,
  "resource-import.read": imported("check"),
  "resource-import.read-rejected": imported("check"),
  "resource-import.match": imported("check"),
  "resource-import.check": imported("check", { input: () => matched }),
  "resource-import.take": imported("check"),
  "resource-import.cancel": imported("check"),
  "resource-import.run": imported("check", { run: false, input: (path) => ({ path }) }),
  "resource-import.fail": imported("check", { run: false, input: () => ({ problem: "見本" }) }),
  "resource-import.withdraw": imported("take"),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/directory": "resource.find",
  "areas/:area/directory/manage": "resource.list",
  "areas/:area/directory/new": "resource.choices",
  "areas/:area/directory/import": "resource-import.list",
  "areas/:area/directory/import/:import": "resource-import.read",
  "areas/:area/directory/import/:import/rejected.csv": "resource-import.read-rejected",
  "areas/:area/directory/duplicates": "resource.list-duplicates",
  "areas/:area/directory/print": "resource.find-area",
  "areas/:area/directory/booklet.pdf": "resource.print",
  "areas/:area/directory/:resource/sign.pdf": "resource.print-sign",
  "areas/:area/directory/sessions.ics": "resource.export",
  "areas/:area/directory/:resource": "resource.read",
  "areas/:area/directory/:resource/edit": "resource.read-to-edit",
  "d/:token": "resource.read-own",
  "embed/areas/:area/directory": "resource.find",
  "areas/:area/directory.csv": "resource.export",
  "areas/:area/directory.xlsx": "resource.export",
  hsds: "open",
  "hsds/*": "open",
};

/** For tests of modules that print or tell of entries. */
export { addResource, saveResource } from "./entries/resource.usecases.server.ts";
export { withdrawResource } from "./owners/owner.usecases.server.ts";
