import type { RouteConfigEntry } from "@react-router/dev/routes";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Person } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { declaredUseCases } from "#foundation/authority/public.ts";
import type { Examples } from "#foundation/authority/testing.ts";
import { revokeLinksOf } from "#foundation/links/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { ensurePagesBuild } from "#platform/web/pages-build.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { withPermit } from "#test/permit.ts";
import { connectionTo } from "#test/setup/server.ts";
import { cookieOfSession } from "../../src/foundation/identity/testing.ts";
import routes from "../../src/routes.ts";
import { AREAS, actorsOf, ORGANISATIONS, secretariatOf } from "../matrix/actors.ts";
import { ask, verdictOf } from "../matrix/http/asking.ts";
import { guardOf } from "../matrix/http/pages.ts";
import { makePeople } from "../matrix/http/people.ts";
import { addressOf, type Row, rowMaker } from "../matrix/http/rows.ts";
import { type ServerProcess, startServer } from "../matrix/http/server.ts";
import { PLACES } from "../matrix/table.ts";

const app = testApp();
const kits = import.meta.glob<{ examples: Examples }>("../../src/*/*/testing.ts", { eager: true });
const examples: Examples = Object.assign({}, ...Object.values(kits).map((kit) => kit.examples));
const flat = (entries: readonly RouteConfigEntry[], above = ""): string[] =>
  entries.flatMap(({ path = "", children }) => {
    const whole = [above, path].filter(Boolean).join("/");
    return children ? flat(children, whole) : [whole];
  });
const PATHS = [...new Set(flat(await routes).filter((path) => path.includes(":token")))];

/** A page by the secret of a link, on a row of its own, with the links of each purpose to what it shows. */
type Page = Readonly<{ path: string; row: Row; links: readonly Link[] }>;
type Link = Readonly<{ purpose: string; token: string }>;
const PURPOSES = [
  "act-check",
  "act-voice",
  "again",
  "answer",
  "award-entry",
  "award-judge",
  "bereaved-voice",
  "directory",
  "event-door",
  "event-sign-up",
  "feed",
  "invitation",
  "lending-loan",
  "material-order",
  "member-link",
  "new-account",
  "news-confirm",
  "news-leave",
  "own-consultation",
  "password-reset",
  "receipt",
  "referral-return",
  "stress-workplace",
  "survey",
];
/** A page of two purposes tells them apart itself: news are confirmed and left at one address. */
const ALSO: Readonly<Record<string, string>> = { "n/:token": "news-leave" };
let server: ServerProcess;
let pages: Page[];
let slugs: ReadonlyMap<string, string>;

beforeAll(async () => {
  await ensurePagesBuild();
  await loadReferenceAreas(app);
  for (const place of ["own", "neighbour", "foreign"] as const)
    await holds(app, "coordinator", AREAS[place], ORGANISATIONS[place]);
  const { rows: areas } = await app.pool.query<{ id: string; slug: string }>("select id, slug from area");
  slugs = new Map(areas.map(({ id, slug }) => [id, slug]));
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  server = await startServer(app, connectionTo(inject("server"), rows[0]!.name));
  const rowOf = rowMaker(app, examples);
  pages = [];
  for (const path of PATHS) {
    const guard = guardOf(path)!.split(" of ").at(-1)!;
    // The code of a printed slip is no link: its module tries it.
    if (guard === "open") continue;
    const row = (await rowOf(guard, "own"))!;
    const links = Object.entries(row.tokens)
      .filter(([who]) => who.startsWith("link: "))
      .map(([who, token]) => ({ purpose: who.slice("link: ".length), token }));
    pages.push({ path, row, links });
  }
}, 240_000);
afterAll(() => server?.stop());

const opens = async ({ path, row }: Page, token: string, cookie = "") =>
  verdictOf(await ask(server.origin, addressOf(path, row, slugs, token)!, cookie));

describe("the token of a link", () => {
  it("opens the pages of its purpose, and no page of another", async () => {
    expect(PATHS.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const page of pages) {
      const own: string[] = [];
      for (const { purpose, token } of page.links)
        if ((await opens(page, token)) === "open") own.push(purpose);
      if (own.length !== 1) wrong.push(`${page.path} is opened by links for ${own}`);
      for (const { purpose, token } of pages.flatMap(({ links }) => links))
        if (!own.includes(purpose) && (await opens(page, token)) !== "refused" && ALSO[page.path] !== purpose)
          wrong.push(`${page.path} by a link for ${purpose}`);
    }
    const purposes = new Set(pages.flatMap(({ links }) => links.map(({ purpose }) => purpose)));
    expect([...purposes].sort()).toEqual(PURPOSES);
    expect(wrong).toEqual([]);
  }, 120_000);

  it("is not guessed from another one, from its row or from its hash", async () => {
    const { rows } = await app.pool.query<{ said: string[] }>(
      "select array[id::text, token_hash, subject_id] as said from link",
    );
    const wrong: string[] = [];
    for (const page of pages) {
      const { token } = page.links[0]!;
      const near = [0, 20, 42].map(
        (at) => token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1),
      );
      const swapped = token.replace(/[a-z]/g, (letter) => letter.toUpperCase());
      const guesses = [
        ...near,
        swapped,
        token.slice(1),
        `${token}A`,
        `${token}%00`,
        "A".repeat(43),
        "%25",
        "'",
      ];
      for (const guess of [...guesses, ...rows.flatMap(({ said }) => said).slice(0, 9)])
        if ((await opens(page, encodeURIComponent(guess))) !== "refused")
          wrong.push(`${page.path} by ${guess}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("opens nothing once it is revoked, as whoever it is brought", async () => {
    const { coordinator } = await makePeople(app);
    const { area, organisation } = PLACES.own;
    for (const { row } of pages) {
      const subjects = Object.values(row.holds ?? {}).map((held) =>
        typeof held === "string" ? held : held.subject,
      );
      for (const subject of subjects)
        await withPermit(
          app,
          secretariatOf(area, organisation),
          (permit) => revokeLinksOf(permit, subject),
          area,
        );
    }
    const open: string[] = [];
    for (const page of pages)
      for (const cookie of ["", coordinator!.cookie])
        for (const { token } of page.links)
          if ((await opens(page, token, cookie)) !== "refused") open.push(page.path);
    expect(open).toEqual([]);
  }, 120_000);
});

it.each([
  "sign-in/email",
  "sign-up/email",
  "get-session",
  "list-sessions",
  "two-factor/disable",
  "change-password",
])("the library's own way in is closed: %s", async (way) => {
  const { coordinator } = await makePeople(app);
  for (const form of [
    undefined,
    new URLSearchParams({ email: "a@yui.example", password: "kotatsu no mikan" }),
  ])
    expect((await ask(server.origin, `/api/auth/${way}`, coordinator!.cookie, form)).status).toBe(404);
});

describe("the cookie of a session", () => {
  const administrator = actorsOf([]).administrator as Person;
  const PAGE = `/areas/${PLACES.own.area}/plan/pillars`;

  const membershipOf = (user: string) =>
    withRows(app.db, { actor: "<test>", areas: "all" }, async (access) => {
      const one = db(access).selectFrom("membership").select("id").where("user_id", "=", user);
      return (await one.executeTakeFirstOrThrow()).id as string;
    });

  it("can't be made of what the database keeps of it", async () => {
    const { coordinator } = await makePeople(app);
    const kept = await withRows(app.db, { actor: "<identity>", areas: [] }, (access) =>
      db(access).selectFrom("identity_session").select("token").execute(),
    );
    expect(kept.length).toBeGreaterThan(1);
    const today = async (cookie: string) => verdictOf(await ask(server.origin, "/today", cookie));
    expect(await today(coordinator!.cookie)).toBe("open");
    for (const { token } of kept)
      expect(await today((await cookieOfSession(app, token)).cookie)).toBe("sign in");
  });

  it.each([
    ["its sessions were ended", "user.end-sessions", {}],
    ["the user was disabled", "user.disable", {}],
    ["the membership was ended", "member.end", {}],
    ["the role was changed", "member.change-role", { role: "member" }],
  ])("does no more at the very next request once %s", async (_, name, more) => {
    const { coordinator } = await makePeople(app);
    const form = new URLSearchParams({ do: "pillar.create", title: "柱" });
    const write = async () => verdictOf(await ask(server.origin, PAGE, coordinator!.cookie, form));
    expect(await write()).toBe("open");
    const act = declaredUseCases().find(({ declared }) => declared.name === name)!;
    const id = await membershipOf((coordinator!.actor as Person).userId);
    expectOk(await act(app, administrator, { id, ...more }));
    expect(["refused", "sign in"]).toContain(await write());
  });
});
