import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import vm from "node:vm";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { examplesIn, programOf } from "./examples.ts";

const HERE = dirname(import.meta.dirname);
const MODULES = join(HERE, "..", "..", "node_modules");
const readme = readFileSync(join(HERE, "README.md"), "utf8");
const examples = examplesIn(readme);
const expected = examples.lines.map(({ code, says }) => [code, JSON.parse(says)]);
const withCode = (text: string) =>
  (JSON.parse(text) as unknown[]).map((value, i) => [examples.lines[i]!.code, value]);

/** An empty project with the packed package and, beside it, what it depends on. */
let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "healthstats-"));
  const dist = join(project, "dist");
  execFileSync(process.execPath, [join(HERE, "scripts", "build.ts"), dist], { encoding: "utf8" });
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", dist, "--json", "--pack-destination", project], { encoding: "utf8" }),
  );
  const names = packed.files.map(({ path }: { path: string }) => path) as string[];
  expect(names).toEqual(expect.arrayContaining(["README.md", "CHANGELOG.md", "LICENSE", "src/index.d.ts"]));
  expect(names.filter((name) => /\.test\.|(?<!\.d)\.ts$/.test(name))).toEqual([]);
  const home = join(project, "node_modules", "@yui", "healthstats");
  mkdirSync(home, { recursive: true });
  execFileSync("tar", ["xzf", join(project, packed.filename), "-C", home, "--strip-components=1"]);
  for (const name of ["@stdlib", "highs"])
    symlinkSync(join(MODULES, name), join(project, "node_modules", name));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

it("has a worked example for each family of methods, and each comes out in Node as its README says", () => {
  expect(examples.lines.length).toBeGreaterThan(15);
  writeFileSync(join(project, "program.js"), programOf(examples));
  const printed = execFileSync(process.execPath, ["program.js"], { cwd: project, encoding: "utf8" });
  expect(withCode(printed)).toEqual(expected);
});

it("comes out the same in a browser, which has nothing of Node", async () => {
  writeFileSync(join(project, "program.js"), programOf(examples));
  const { output } = (await build({
    root: project,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: "program.js", formats: ["iife"], name: "program" },
    },
  }).then((built) => [built].flat()[0])) as { output: { code: string }[] };
  const said: string[] = [];
  vm.runInNewContext(output[0]!.code, { console: { log: (text: string) => said.push(text) } });
  expect(withCode(said[0]!)).toEqual(expected);
}, 60_000);

it("is typed for who installs it", () => {
  const text = 'import { proportionWilson, type Estimate } from "@yui/healthstats";\n';
  const check = (line: string) => {
    writeFileSync(join(project, "typed.ts"), text + line);
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", ""];
    return execFileSync(join(MODULES, ".bin", "tsc"), [...options, "typed.ts"], {
      cwd: project,
      encoding: "utf8",
    });
  };
  expect(check("export const one: Estimate = proportionWilson(1, 2);\n")).toBe("");
  expect(() => check('export const one = proportionWilson("1", 2);\n')).toThrow();
}, 60_000);
