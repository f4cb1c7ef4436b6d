import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { Examples } from "#foundation/authority/testing.ts";
import { ensurePagesBuild } from "#platform/web/pages-build.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { connectionTo } from "#test/setup/server.ts";
import routes from "../../../src/routes.ts";
import { AREAS } from "../actors.ts";
import { ask } from "./asking.ts";
import { commandsByExport } from "./buttons.ts";
import { httpDocument } from "./document.ts";
import { guardOf, PAGES } from "./pages.ts";
import { makePeople } from "./people.ts";
import { idsOf, rowMaker, textsOf } from "./rows.ts";
import { type Found, noSuchButton, type Route, runHttp } from "./run.ts";
import { type ServerProcess, startServer } from "./server.ts";

const PAGE = join(import.meta.dirname, "../../../docs/access-http.md");
const app = testApp();
const files = import.meta.glob<Record<string, unknown>>([
  "../../../src/**/usecases.server.ts",
  "../../../src/**/*.{usecases,commands,queries}.server.ts",
  "../../../src/**/{commands,queries}.server.ts",
]);
const kits = import.meta.glob<{ examples: Examples }>("../../../src/*/*/testing.ts", { eager: true });
const examples: Examples = Object.assign({}, ...Object.values(kits).map((kit) => kit.examples));

const flat = (entries: readonly RouteConfigEntry[], above = ""): Route[] =>
  entries.flatMap(({ path = "", file, children }) => {
    const whole = [above, path].filter(Boolean).join("/");
    return children ? flat(children, whole) : [{ path: whole, file }];
  });
/** `YUI_PAGES=areas/:area/plan` tries the addresses that begin so, and leaves the page of access alone. */
const ROUTES = flat(routes).filter(({ path }) => path.startsWith(process.env.YUI_PAGES ?? ""));

/** What is no page, or answers a form alone; what has nothing published to give; what asks for a proof or a printed code. */
const NEEDS_MORE = [
  "/*",
  "/api/auth/*",
  "/api/v1/*",
  "/api/v1/areas/:area/plan",
  "/areas/:area/indicators/:indicator/chart.svg",
  "own-page.withdraw",
  "/offices/:organisation/surveys/:survey/letters.pdf",
  "/offices/:organisation/surveys/:survey/codes.pdf",
  "answer.keep",
  "/w/:token",
  "/offices/:organisation/stress-checks/:run/workplaces/:workplace/slips.pdf",
  "/stress/:token",
  "/stress/:token/result",
  "stress-answer.keep",
  "stress-interview.ask",
  "/fhir/*",
  "/hsds/*",
  "/metrics",
  "member.accept",
  "account.reset-password",
  "/shared-files/:token",
];

let server: ServerProcess;
let found: Found;
let leaks: string[];

beforeAll(async () => {
  const modules = await Promise.all(
    Object.entries(files).map(
      async ([file, load]) => [join(import.meta.dirname, file), await load()] as const,
    ),
  );
  await ensurePagesBuild();
  await loadReferenceAreas(app);
  for (const area of Object.values(AREAS)) await holds(app, "coordinator", area);
  const { rows: databases } = await app.pool.query<{ name: string }>("select current_database() as name");
  const database = connectionTo(inject("server"), databases[0]!.name);
  server = await startServer(app, database);
  const people = await makePeople(app);
  const owners = await makePeople(app);
  const { rows: areas } = await app.pool.query<{ id: string; slug: string }>("select id, slug from area");
  found = await runHttp(
    {
      ...{ app, origin: server.origin, people, owners, rowOf: rowMaker(app, examples) },
      slugs: new Map(areas.map(({ id, slug }) => [id, slug])),
      exported: commandsByExport(Object.fromEntries(modules)),
    },
    ROUTES,
  );
  const texts = await textsOf(database, found.rows);
  const frames = new Map<string, string>();
  for (const [who, { cookie }] of Object.entries(people))
    frames.set(who, (await ask(server.origin, "/no-such-page", cookie)).body);
  leaks = found.refused.flatMap(({ what, who, row, answer }) => {
    const frame = frames.get(who) ?? frames.get("visitor")!;
    const typed = JSON.stringify(row.input) ?? "";
    return idsOf(row)
      .flatMap((id) => texts.get(id) ?? [])
      .filter((text) => answer.body.includes(text) && !frame.includes(text) && !typed.includes(text))
      .map((text) => `${what} as ${who} shows ${text}`);
  });
}, 1_500_000);
afterAll(() => server?.stop());

describe("what the pages answer", () => {
  it("was tried at every address of the app, and at no other", () => {
    expect(ROUTES.map(({ path }) => path).filter((path) => guardOf(path) === undefined)).toEqual([]);
    const known = new Set(flat(routes).map(({ path }) => path));
    expect(Object.keys(PAGES).filter((path) => !known.has(path))).toEqual([]);
    const untried = found.table.filter(({ answers }) => Object.keys(answers).length === 0);
    expect(untried.map(({ path, button }) => `${button ?? "GET"} ${path}: not tried`)).toEqual([]);
  });

  it("breaks nowhere, and opens nothing that the policy refuses", () => {
    expect(found.problems).toEqual([]);
  });

  it("shows whom it refuses nothing of what it refuses", () => {
    if (!process.env.YUI_PAGES) expect(found.refused.length).toBeGreaterThan(1000);
    expect(leaks).toEqual([]);
  });

  it.skipIf(process.env.YUI_PAGES)(
    "opens each page, and lets somebody press each button on some page",
    () => {
      const opens = found.table
        .filter((one) => !noSuchButton(one))
        .map((one) => ({
          name: one.button ?? `/${one.path}`,
          opens: Object.values(one.answers).some((own) => Object.values(own).includes("open")),
        }));
      const open = new Set(opens.filter((one) => one.opens).map(({ name }) => name));
      const shut = new Set(opens.map(({ name }) => name).filter((name) => !open.has(name)));
      expect([...shut].sort()).toEqual([...NEEDS_MORE].sort());
    },
  );

  it.skipIf(process.env.YUI_PAGES)("is what the page of access says", () => {
    const page = httpDocument(found.table);
    if (process.env.UPDATE_ACCESS) writeFileSync(PAGE, page);
    expect(page).toBe(readFileSync(PAGE, "utf8"));
  });
});
