import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ICruiseResult, IModule } from "dependency-cruiser";
import { afterEach, describe, expect, it } from "vitest";
import { checkImports, problemsIn } from "./check.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  return (await checkImports(project(files))).problems;
}

/** A small project of these files, with the same ways to name a tier as ours. */
function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "yui-fence-"));
  made.push(root);
  const tiers = ["platform", "foundation", "evidence", "programmes", "sensitive", "ui", "test"];
  const imports = Object.fromEntries(
    tiers.map((tier) => [`#${tier}/*`, tier === "test" ? "./test/*" : `./src/${tier}/*`]),
  );
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "fixture", type: "module", imports }));
  for (const [name, text] of Object.entries({
    "src/platform/kernel/ids.ts": "export const id = 1;\n",
    ...files,
  })) {
    mkdirSync(join(root, dirname(name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const rulesOf = (problems: readonly string[]) =>
  problems.map((problem) => problem.match(/\[([a-z-]+)\]$/)?.[1] ?? problem).sort();

const areas = {
  "src/foundation/areas/public.ts": 'export { find } from "./usecases.server.ts";\n',
  "src/foundation/areas/usecases.server.ts": 'export { find } from "./store.server.ts";\n',
  "src/foundation/areas/store.server.ts": "export const find = 1;\n",
};

describe("checkImports", () => {
  it("is content with imports to the left, at public.ts", async () => {
    const problems = await problemsOf({
      ...areas,
      "src/evidence/indicators/usecases.server.ts":
        'import { find } from "#foundation/areas/public.ts";\nimport { id } from "#platform/kernel/ids.ts";\nexport const a = [find, id];\n',
      "src/evidence/indicators/imports/rules.ts":
        'import { id } from "#platform/kernel/ids.ts";\nexport const b = id;\n',
      "src/ui/table.tsx": "export const Table = () => <table><tbody /></table>;\n",
      "src/evidence/indicators/pages/list.tsx":
        'import { Table } from "#ui/table.tsx";\nimport { a } from "../usecases.server.ts";\nimport type { Route } from "./+types/list";\nexport const loader = (_: Route) => a;\nexport default () => <Table />;\n',
    });
    expect(problems).toEqual([]);
  });

  const bad: [rule: string, files: Record<string, string>][] = [
    [
      "no-circle",
      {
        "src/evidence/a/x.rules.ts": 'import { y } from "./y.rules.ts";\nexport const x = () => y;\n',
        "src/evidence/a/y.rules.ts": 'import { x } from "./x.rules.ts";\nexport const y = () => x;\n',
      },
    ],
    ["left-of-foundation", { "src/platform/web/x.ts": 'import "#foundation/areas/public.ts";\n' }],
    [
      "left-of-programmes",
      {
        "src/evidence/a/x.ts": 'export * from "#programmes/b/public.ts";\n',
        "src/programmes/b/public.ts": "export {};\n",
      },
    ],
    [
      "meet-at-public",
      {
        "src/evidence/a/usecases.server.ts":
          'import { find } from "#foundation/areas/usecases.server.ts";\nexport default find;\n',
      },
    ],
    [
      "meet-at-public",
      {
        "src/evidence/a/schema.ts":
          'import type { find } from "../../foundation/areas/store.server.ts";\nexport type F = typeof find;\n',
      },
    ],
    ["entrances-only", { "src/cli.ts": 'import "#foundation/areas/usecases.server.ts";\n' }],
    [
      "one-list-of-modules",
      {
        "src/foundation/areas/module.ts": 'export const areas = { name: "areas" };\n',
        "src/server.ts": 'import { areas } from "#foundation/areas/module.ts";\nexport default areas;\n',
      },
    ],
    [
      "module-loads-late",
      {
        "src/foundation/areas/module.ts":
          'import { find } from "./public.ts";\nexport const areas = { find, late: () => import("./public.ts") };\n',
      },
    ],
    ["outside-meets-at-public", { "scripts/x.ts": 'import "#foundation/areas/usecases.server.ts";\n' }],
    [
      "pages-hold-no-sql",
      {
        "src/foundation/areas/pages/p.tsx":
          'import { find } from "../store.server.ts";\nexport default () => <p>{find}</p>;\n',
      },
    ],
    [
      "pure-files-are-pure",
      {
        "src/foundation/areas/rules.ts":
          'import { find } from "./store.server.ts";\nexport const x = find;\n',
      },
    ],
    [
      "pure-files-touch-no-machine",
      {
        "src/foundation/areas/rules.ts":
          'import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n',
      },
    ],
    [
      "ui-knows-no-domain",
      {
        "src/ui/x.tsx":
          'import { find } from "#foundation/areas/public.ts";\nexport const X = () => <p>{find}</p>;\n',
      },
    ],
    [
      "nobody-imports-an-entry-point",
      { "src/platform/x.ts": 'await import("../server.ts");\n', "src/server.ts": "export {};\n" },
    ],
    [
      "tests-stay-outside",
      { "src/platform/x.ts": 'import "#test/app.ts";\n', "test/app.ts": "export {};\n" },
    ],
    ["healthstats-is-pure", { "packages/healthstats/src/x.ts": 'import "node:fs";\n' }],
    [
      "packages-stand-alone",
      { "packages/healthstats/src/x.ts": 'import "../../../src/platform/kernel/ids.ts";\n' },
    ],
    ["resolves", { "src/platform/x.ts": 'import "./nothing.ts";\n' }],
  ];

  it.each(bad)("finds what breaks %s", async (rule, files) => {
    expect(rulesOf(await problemsOf({ ...areas, ...files }))).toEqual([rule]);
  });

  it("lets nothing in from outside sensitive", async () => {
    const problems = await problemsOf({
      "src/sensitive/checkups/public.ts": "export const x = 1;\n",
      "test/count.ts": 'import { x } from "#sensitive/checkups/public.ts";\nexport default x;\n',
    });
    expect(rulesOf(problems)).toEqual(["nothing-outside-imports-sensitive"]);
  });

  it("names the file that can't be parsed", async () => {
    const problems = await problemsOf({ "src/platform/broken.ts": "import {{{ from\n" });
    expect(problems).toEqual([expect.stringMatching(/^src\/platform\/broken\.ts: can't be parsed/)]);
  });

  it("fails where it read fewer files than there are", () => {
    const read = { source: "src/platform/kernel/ids.ts", dependencies: [] } as unknown as IModule;
    const result = { modules: [read], summary: { violations: [] } } as unknown as ICruiseResult;
    const files = ["src/foundation/areas/public.ts", "src/platform/kernel/ids.ts"];
    expect(problemsIn(project(areas), files, result)).toEqual([
      "src/foundation/areas/public.ts: the fence did not read it, so it can't vouch for it",
    ]);
  });

  it("fails where it read a file but none of its imports", () => {
    const read = { source: "src/foundation/areas/public.ts", dependencies: [] } as unknown as IModule;
    const result = { modules: [read], summary: { violations: [] } } as unknown as ICruiseResult;
    expect(problemsIn(project(areas), ["src/foundation/areas/public.ts"], result)).toEqual([
      expect.stringContaining("the fence missed its import of ./usecases.server.ts"),
    ]);
  });

  it("fails where there is nothing to read", async () => {
    const root = mkdtempSync(join(tmpdir(), "yui-fence-"));
    made.push(root);
    expect((await checkImports(root)).problems).toEqual([`${root} holds no source file`]);
  });

  it("refuses an import that its parser does not report", async () => {
    const problems = await problemsOf({
      ...areas,
      "src/platform/x.ts": 'export type F = typeof import("#foundation/areas/public.ts")["find"];\n',
    });
    expect(problems).toEqual([
      expect.stringContaining("the fence missed its import of #foundation/areas/public.ts"),
    ]);
  });
});
