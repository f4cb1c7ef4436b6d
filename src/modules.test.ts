import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACTION_WORDS, MODULES, modulesAtWork } from "./modules.ts";

const TIERS = ["foundation", "evidence", "programmes", "sensitive"];

const folders = TIERS.flatMap((tier) => {
  const path = join(import.meta.dirname, tier);
  return existsSync(path) ? readdirSync(path).map((name) => ({ name, folder: join(path, name) })) : [];
});

const work = await modulesAtWork();

describe("the list of modules", () => {
  it("holds each folder that says what the house needs to know of it, by its name", () => {
    const withModule = folders.filter(({ folder }) => existsSync(join(folder, "module.ts")));
    expect(withModule.map(({ name }) => name).sort()).toEqual(MODULES.map(({ name }) => name).sort());
  });

  it("leaves out no module that has pages or commands", () => {
    const known = new Set(MODULES.map(({ name }) => name));
    const forgotten = folders.filter(
      ({ name, folder }) =>
        !known.has(name) && ["routes.ts", "cli.ts", "pages"].some((part) => existsSync(join(folder, part))),
    );
    expect(forgotten).toEqual([]);
  });

  it.each([
    ["words of the audit log", MODULES.flatMap(({ words }) => Object.keys(words ?? {}))],
    ["rounds", work.flatMap(({ rounds }) => rounds?.map(({ name }) => name) ?? [])],
    ["jobs", work.flatMap(({ jobs }) => jobs?.map(({ name }) => name) ?? [])],
    [
      "steps of filling a store",
      work.flatMap(({ reference = [], demonstration = [] }) =>
        [...reference, ...demonstration].map(({ name }) => name),
      ),
    ],
    [
      "places in the menu",
      MODULES.flatMap(({ menu }) => menu?.map(({ group, position }) => `${group} ${position}`) ?? []),
    ],
  ])("gives no two modules the same %s", (_what, names) => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it("puts the words of all together", () => {
    expect(Object.keys(ACTION_WORDS)).toHaveLength(
      MODULES.flatMap(({ words }) => Object.keys(words ?? {})).length,
    );
  });
});
