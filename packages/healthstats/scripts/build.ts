import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// The package as others install it: JavaScript with its types in dist/, to be packed by `npm pack ./dist`. The house itself
// imports the source.

const HERE = dirname(import.meta.dirname);
const DIST = process.argv[2] ?? join(HERE, "dist");

rmSync(DIST, { recursive: true, force: true });
const { status, stdout, error } = spawnSync("tsc", ["-p", "tsconfig.build.json", "--outDir", DIST], {
  cwd: HERE,
  encoding: "utf8",
});
if (status !== 0) throw new Error(`tsc: ${error?.message ?? stdout}`);
const { name, version, description, license, type, dependencies } = JSON.parse(
  readFileSync(join(HERE, "package.json"), "utf8"),
);
const made = {
  ...{ name, version, description, license, type, sideEffects: false },
  engines: { node: ">=20" },
  exports: {
    ".": { types: "./src/index.d.ts", default: "./src/index.js" },
    "./package.json": "./package.json",
  },
  dependencies,
};
writeFileSync(join(DIST, "package.json"), `${JSON.stringify(made, null, 2)}\n`);
for (const file of ["README.md", "CHANGELOG.md"]) copyFileSync(join(HERE, file), join(DIST, file));
copyFileSync(join(HERE, "..", "..", "LICENSE"), join(DIST, "LICENSE"));
