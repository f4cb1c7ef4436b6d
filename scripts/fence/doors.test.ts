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
    [
      "a policy of named persons",
      "src/sensitive/surveys/access.ts",
      "export const policy = definePolicy({ 'survey.read': signedIn }, { sensitive: true });",
    ],
    [
      "a round as a service",
      "src/programmes/support/system/upkeep.usecases.server.ts",
      'const ACTOR = service("support");',
    ],
    ["the command line as a service", "src/programmes/plan/cli.ts", 'run(service("cli"));'],
    [
      "the sign-in's own scope",
      "src/foundation/identity/sign-in-access.store.server.ts",
      'const s = "<identity>";',
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
    ["a permit by an intersection", USECASE, "export const p = {} as unknown as Permit<'a'> & object;"],
    [
      "a permit under another name",
      USECASE,
      'import type { Permit as P } from "#foundation/authority/public.ts"; export const p = {} as P;',
    ],
    [
      "a permit by a type of its own",
      USECASE,
      "type Mine = Permit<'a'>; export const p = {} as unknown as Mine;",
    ],
    ["a module's own permit by a cast", USECASE, "export const p = {} as SupportPermit;"],
    ["a permit by the older cast", USECASE, "export const p = <Permit>(<unknown>{});"],
    ["the file of the rows as a whole", USECASE, 'import * as rows from "#platform/db/rows.ts";'],
    ["the file of the rows loaded late", USECASE, 'const rows = await import("#platform/db/rows.ts");'],
    ["the file of the rows handed on", USECASE, 'export * from "#platform/db/rows.ts";'],
    ["a service of its own", USECASE, 'run(service("whatever"));'],
    ["a service by hand", USECASE, 'run({ kind: "service", name: "support" });'],
    ["the reach of every area", STORE, 'open({ actor: "x", areas: "all" });'],
    ["the reach of every area as a constant", STORE, 'const all = { areas: "all" as const };'],
    ["the scope of the sign-in", STORE, 'const scope = { actor: "<identity>", areas: [] };'],
    ["a connection of its own", STORE, 'import { openPool } from "#platform/db/connection.ts";'],
    ["the owner of the tables", USECASE, 'import { OWNER } from "#platform/db/roles.ts";'],
    [
      "a policy of named persons that runs as others do",
      "src/sensitive/surveys/access.ts",
      "export const policy = definePolicy({ 'survey.read': signedIn });",
    ],
    [
      "another policy that wants to run as they do",
      "src/programmes/support/access.ts",
      "export const policy = definePolicy({ 'a.read': signedIn }, { sensitive: true });",
    ],
    ["a presenter that spreads a part", "src/a/b/present.ts", "export const p = (a: any) => ({ ...a.b });"],
    ["a presenter that spreads", "src/a/b/present.ts", "export const p = (a: object) => ({ ...a });"],
  ])("refuses %s", (_what, file, text) => expect(doorProblems(file, text)).toHaveLength(1));

  it("catches a module that tries everything", () => {
    const module = `
      import { db, withRows } from "#platform/db/rows.ts";
      import { joinEmbeddedServer } from "#platform/db/embedded.ts";
      export const permit = {} as unknown as Permit<"x">;
      export const all = () => act(service("x"), { actor: "<identity>", areas: "all" });`;
    expect(doorProblems(USECASE, module)).toHaveLength(7);
  });
});
