import { describe, expect, it } from "vitest";
import { doorProblems } from "./doors.ts";

const USECASE = "src/programmes/support/requests/usecases.server.ts";
const STORE = "src/programmes/support/requests/store.server.ts";

describe("doorProblems", () => {
  it.each([
    ["a store that opens rows", STORE, 'import { db } from "#platform/db/rows.ts";'],
    [
      "authority that opens a transaction",
      "src/foundation/authority/x.ts",
      'import { withRows } from "#platform/db/rows.ts";',
    ],
    ["a type", USECASE, 'import type { RowAccess } from "#platform/db/rows.ts";'],
    [
      "a presenter that lists",
      "src/a/b/present.ts",
      "export const p = (a: { b: number }) => ({ b: a.b, all: [...[1]] });",
    ],
  ])("is content with %s", (_what, file, text) => expect(doorProblems(file, text)).toEqual([]));

  it.each([
    ["rows opened outside a store", USECASE, 'import { db } from "#platform/db/rows.ts";'],
    ["the same under another name", USECASE, 'import { db as open } from "#platform/db/rows.ts";'],
    ["a transaction opened by a module", USECASE, 'import { withRows } from "#platform/db/rows.ts";'],
    ["a raw transaction", USECASE, 'import { inTransaction } from "#platform/db/database.ts";'],
    ["a transaction with COPY", STORE, 'import { inCopyTransaction } from "#platform/db/copy.ts";'],
    ["a scope written by hand", STORE, 'import { scopeStatements } from "#platform/db/database.ts";'],
    ["a permit by a cast", USECASE, "export const p = {} as Permit<'a'>;"],
    ["a permit by two casts", USECASE, "export const p = {} as unknown as Permit;"],
    ["what opens rows by a cast", STORE, "export const p = {} as RowAccess;"],
    ["a presenter that spreads a part", "src/a/b/present.ts", "export const p = (a: any) => ({ ...a.b });"],
    ["a presenter that spreads", "src/a/b/present.ts", "export const p = (a: object) => ({ ...a });"],
  ])("refuses %s", (_what, file, text) => expect(doorProblems(file, text)).toHaveLength(1));
});
