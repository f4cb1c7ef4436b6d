import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkVocabulary, glossaryWords, nameProblem, nounProblems, textProblems } from "./check.ts";

describe("nameProblem", () => {
  it.each([
    "src/cli.ts",
    "src/server.test.ts",
    "src/entry.server.tsx",
    "src/ui/table.tsx",
    "src/platform/log.ts",
    "src/platform/kernel/result.ts",
    "src/foundation/areas/store.server.ts",
    "src/foundation/areas/store.server.test.ts",
    "src/foundation/identity/request.server.ts",
    "src/evidence/indicators/README.md",
    "src/evidence/indicators/imports/usecases.server.ts",
    "src/evidence/indicators/pages/area-profile.tsx",
    "src/evidence/indicators/imports/pages/new.test.tsx",
    "src/evidence/indicators/parts/indicator-row.tsx",
    "src/evidence/indicators/examples/import.testing.ts",
  ])("accepts %s", (path) => {
    expect(nameProblem(path)).toBeUndefined();
  });

  it.each([
    ["src/helpers.ts", /only entry points/],
    ["src/shared/x.ts", /no tier/],
    ["src/foundation/areas.ts", /holds modules, not files/],
    ["src/platform/utils/x.ts", /the platform has the folders/],
    ["src/foundation/areas/helpers.ts", /not in a module's vocabulary/],
    ["src/foundation/areas/types.test.ts", /not in a module's vocabulary/],
    ["src/foundation/areas/request.server.ts", /not in a module's vocabulary/],
    ["src/foundation/areas/store.ts", /not in a module's vocabulary/],
    ["src/foundation/areas/data.json", /not in a module's vocabulary/],
    ["src/foundation/areas/subAreas/rules.ts", /small letters/],
    ["src/foundation/areas/pages/AreaList.tsx", /small letters/],
    ["src/foundation/areas/pages/format.ts", /\.tsx files only/],
    ["src/foundation/areas/parts/format.ts", /\.tsx files only/],
  ])("refuses %s", (path, problem) => {
    expect(nameProblem(path)).toMatch(problem);
    expect(nameProblem(path)).toContain(path);
  });
});

describe("nounProblems", () => {
  const words = glossaryWords(
    "| 依頼 | request `x` | `request`, `plan` | – |\n| 意見 | a comment | `comment` | – |\n",
  );
  const policy = (...actions: string[]) => actions.map((action) => `  "${action}": anyone,\n`).join("");

  it("takes nouns of the glossary, and compounds of them", () => {
    expect(nounProblems("a/access.ts", policy("request.save", "plan-comment.list"), words)).toEqual([]);
  });
  it("tells of a noun that the glossary lacks, once", () => {
    expect(
      nounProblems("a/access.ts", policy("wish.save", "wish.read", "plan-wish.read", "x.read"), words),
    ).toEqual([
      expect.stringContaining("no `wish`"),
      expect.stringContaining("no `plan-wish`"),
      expect.stringContaining("no `x`"),
    ]);
  });
});

describe("textProblems", () => {
  const lines = (count: number) => "const line = 1;\n".repeat(count);

  it.each([
    ["src/evidence/a/pages/p.tsx", 150],
    ["src/evidence/a/rules.ts", 250],
    ["packages/healthstats/src/x.ts", 250],
    ["src/evidence/a/rules.test.ts", 400],
    ["src/evidence/a/pages/p.test.tsx", 400],
  ])("%s may have %i lines and not one more", (path, most) => {
    expect(textProblems(path, lines(most))).toEqual([]);
    expect(textProblems(path, lines(most + 1))).toEqual([expect.stringContaining(`at most ${most}`)]);
  });

  it.each([
    'tx.selectFrom("area").selectAll()',
    'await tx.insertInto("area").values(row)',
    "await sql`select 1`.execute(tx)",
    "sql.raw(text)",
    'pool.query("select name from area")',
    "client.query('DELETE FROM area')",
    'copyFrom("copy observation (a, b) from stdin")',
  ])("finds SQL outside the store: %s", (line) => {
    const text = `// the why\n${line};\n`;
    expect(textProblems("src/foundation/areas/usecases.server.ts", text)).toEqual([
      "src/foundation/areas/usecases.server.ts:2: SQL lives in store.server.ts; give it a function there",
    ]);
    expect(textProblems("src/foundation/areas/store.server.ts", text)).toEqual([]);
    expect(textProblems("src/foundation/areas/usecases.server.test.ts", text)).toEqual([]);
    expect(textProblems("src/platform/db/migrate.ts", text)).toEqual([]);
  });

  it.each([
    "const mend = 'select a file from the list';",
    '// tx.selectFrom("area") would be wrong here',
    "import { update } from './rules.ts';",
    'const text = "update the page";',
  ])("leaves ordinary words alone: %s", (line) => {
    expect(textProblems("src/foundation/areas/rules.ts", line)).toEqual([]);
  });
});

describe("checkVocabulary", () => {
  it("reads the files of a project and names each problem's file", () => {
    const root = mkdtempSync(join(tmpdir(), "yui-vocabulary-"));
    for (const file of [
      "src/cli.ts",
      "src/evidence/indicators/utils.ts",
      "src/evidence/indicators/rules.ts",
    ]) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), "export {};\n");
    }
    writeFileSync(join(root, "GLOSSARY.md"), "| 日本語 | English | code | rests on |\n");
    const { files, problems } = checkVocabulary(root);
    rmSync(root, { recursive: true });
    expect(files).toBe(3);
    expect(problems).toEqual([expect.stringContaining("src/evidence/indicators/utils.ts")]);
  });
});
