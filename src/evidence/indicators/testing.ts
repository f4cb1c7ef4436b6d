import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Example, ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { newImportId } from "#foundation/tables/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { Wish } from "#platform/tables/import.ts";
import { columnField } from "#platform/tables/messages.ts";
import { meaningValue } from "#platform/tables/present.ts";
import { loadReferenceIndicators } from "./dictionary/usecases.server.ts";
import { beginImport, cancelImport, runImport } from "./imports/usecases.server.ts";

type Make = Examples[string];

/** The same target wherever it is tried: what it is done to belongs to no area, or does not end. */
const standing =
  (example: (place: ExamplePlace) => Example): Make =>
  async (place) =>
    place.state === "standing" ? example(place) : undefined;

const nothing = standing(() => ({ target: {} }));
const ofTheArea = standing(({ area }) => ({ target: { area } }));

/** A small file of the area, brought in by its secretariat as far as that; one that is over was given up. */
const imported =
  (
    wish: Wish,
    { run = false, input = () => ({}) }: { run?: boolean; input?: (path: string) => unknown } = {},
  ): Make =>
  async ({ app, area, secretariat, state }) => {
    if (state === "deleted") return undefined;
    const { id, path } = await bring({ app, area, secretariat }, state === "ended" ? "match" : wish);
    if (state === "ended") expectOk(await cancelImport(app, secretariat, { id }));
    else if (run) await runImport(app, { id }, path);
    return { target: { id }, input: input(path) };
  };

async function bring({ app, area, secretariat }: Omit<ExamplePlace, "organisation" | "state">, wish: Wish) {
  await loadReferenceIndicators(app);
  const id = newImportId();
  const path = await fileFor(area);
  const file = { path, name: "obesity.csv" };
  const choices = { published: false };
  expectOk(await beginImport(app, secretariat, { id, area }, file, { choices, wish }));
  return { id, path };
}

async function fileFor(area: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "yui-import-example-")), "obesity.csv");
  await writeFile(path, `fiscal_year,area,indicator,value\n2020,${area},obesity_rate,24\n`);
  return path;
}

const COLUMNS = [
  { role: "fiscal_year" },
  { role: "area" },
  { role: "indicator" },
  { role: "value" },
] as const;
const matched = Object.fromEntries(
  COLUMNS.map((meaning, index) => [columnField(index), meaningValue(meaning)]),
);

const broughtFor = (area: string) => ({
  name: "obesity.csv",
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
      lines: [
        { line: 1, cells: ["fiscal_year", "area", "indicator", "value"] },
        { line: 2, cells: ["2020", area, "obesity_rate", "24"] },
      ],
    },
  ],
});

/** How the role matrix tries each command and query of the indicators. */
export const examples: Examples = {
  "indicator.list": nothing,
  "indicator.load": nothing,
  "fact.load-demonstration": nothing,
  "observation.list": nothing,
  "indicator.list-fhir": standing(() => ({ target: { id: null, after: null, since: null, limit: 10 } })),
  "observation.list-fhir": standing(() => ({ target: { id: null, after: null, since: null, limit: 10 } })),
  "api-area.search": standing(() => ({ target: { q: "浜田" } })),
  "api-area.read": ofTheArea,
  "profile.read": ofTheArea,
  "district.read": ofTheArea,
  "similar-area.list": ofTheArea,
  "publication.read": ofTheArea,
  "publication.decide": ofTheArea,
  "secretariat.find": ofTheArea,
  "import.list": nothing,
  "import.list-areas": nothing,
  "import.list-waiting": nothing,
  "import.list-under-way": nothing,
  "import.find-file": standing(() => ({ target: { sha256: "0".repeat(64) } })),
  "import.inspect": standing(({ area }) => ({
    target: { file: broughtFor(area), asked: {}, choices: { published: false } },
  })),
  "import.begin": async ({ area, state }) =>
    state === "standing"
      ? {
          target: { id: newImportId(), area },
          input: {
            file: broughtFor(area),
            choices: { published: false },
          },
        }
      : undefined,
  "import.read": imported("match"),
  "import.read-rejected": imported("match"),
  "import.match": imported("match"),
  "import.check": imported("match", { input: () => matched }),
  "import.cancel": imported("match"),
  "import.take": imported("check", { run: true }),
  "import.withdraw": imported("take", { run: true }),
  "import.run": imported("check", { input: (path) => ({ path }) }),
  "import.fail": imported("check", { input: () => ({ problem: "見本" }) }),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area": "profile.read",
  "areas/:area/indicators/:indicator": "profile.read",
  "areas/:area/themes/:theme": "profile.read",
  "areas/:area/card.svg": "profile.read",
  "areas/:area/indicators/:indicator/chart.svg": "profile.read",
  "areas/:area/publication": "publication.read",
  imports: "import.list",
  "imports/new": "import.list-areas",
  "imports/:import": "import.read",
  "methods/:method?": "open",
  "areas/:area/profile.csv": "profile.read",
  "imports/:import/rejected.csv": "import.read-rejected",
  "api/v1/*": "open",
};
