import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { tablesFile } from "./generate.ts";

const FILE = join(import.meta.dirname, "../../src/platform/db/tables.ts");
const app = testApp();

it("has the types of the tables as the migrations leave them (npm run tables writes them anew)", async () => {
  const text = await tablesFile(app.pool);
  if (process.env.UPDATE_TABLES) writeFileSync(FILE, text);
  expect(readFileSync(FILE, "utf8")).toBe(text);
});
