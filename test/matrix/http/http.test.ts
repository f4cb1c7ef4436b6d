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
import { type RunningServer, serve } from "../../../src/server.ts";
import { AREAS } from "../actors.ts";
import { ask } from "./asking.ts";
import { commandsByExport } from "./buttons.ts";
import { httpDocument, isThere } from "./document.ts";
import { PAGES } from "./pages.ts";
import { makePeople } from "./people.ts";
import { idsOf, rowMaker, textsOf } from "./rows.ts";
import { type Found, type Route, runHttp } from "./run.ts";

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
const ROUTES = flat(routes);

let server: RunningServer;
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
  server = await serve({ ...app, rehearsing: true, config: { ...app.config, host: "127.0.0.1", port: 0 } });
  const people = await makePeople(app);
  const { rows: areas } = await app.pool.query<{ id: string; slug: string }>("select id, slug from area");
  const { rows: database } = await app.pool.query<{ name: string }>("select current_database() as name");
  found = await runHttp(
    {
      ...{ app, origin: server.address, people, rowOf: rowMaker(app, examples) },
      slugs: new Map(areas.map(({ id, slug }) => [id, slug])),
      exported: commandsByExport(Object.fromEntries(modules)),
    },
    ROUTES,
  );
  const texts = await textsOf(connectionTo(inject("server"), database[0]!.name), found.rows);
  const frames = new Map<string, string>();
  for (const [who, { cookie }] of Object.entries(people))
    frames.set(who, (await ask(server.address, "/no-such-page", cookie)).body);
  leaks = found.refused.flatMap(({ what, who, row, answer }) => {
    const frame = frames.get(who) ?? frames.get("visitor")!;
    const shown = idsOf(row).flatMap((id) => texts.get(id) ?? []);
    return shown
      .filter((text) => answer.body.includes(text) && !frame.includes(text))
      .map((text) => `${what} as ${who} shows ${text}`);
  });
}, 600_000);
afterAll(() => server?.stop());

describe("what the pages answer", () => {
  it("was tried at every address of the app, and at no other", () => {
    expect(ROUTES.map(({ path }) => path).filter((path) => !(path in PAGES))).toEqual([]);
    expect(Object.keys(PAGES).filter((path) => !ROUTES.some((route) => route.path === path))).toEqual([]);
    const untried = found.table.filter(({ answers }) => Object.keys(answers).length === 0);
    expect(untried.map(({ path, button }) => `${button ?? "GET"} ${path}: not tried`)).toEqual([]);
  });

  it("breaks nowhere, and opens nothing that the policy refuses", () => {
    expect(found.problems).toEqual([]);
  });

  it("shows whom it refuses nothing of what it refuses", () => {
    expect(found.refused.length).toBeGreaterThan(1000);
    expect(leaks).toEqual([]);
  });

  it("opens each page and lets somebody press each button", () => {
    const shut = found.table
      .filter(isThere)
      .filter(({ answers }) => !Object.values(answers).some((own) => Object.values(own).includes("open")));
    expect(shut.map(({ path, button }) => `${button ?? "GET"} ${path}`)).toEqual([]);
  });

  it("is what the page of access says", () => {
    const page = httpDocument(found.table);
    if (process.env.UPDATE_ACCESS) writeFileSync(PAGE, page);
    expect(page).toBe(readFileSync(PAGE, "utf8"));
  });
});
