import { join } from "node:path";
import { declaredUseCases } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { RELATIONS, type Relation } from "../table.ts";
import { type Answer, ask, inParallel, type Verdict, verdictOf } from "./asking.ts";
import { commandsOf, type Exported } from "./buttons.ts";
import { guardOf } from "./pages.ts";
import type { Asker } from "./people.ts";
import { addressOf, badFormOf, formOf, OF_THE_PERSON, type Row, type rowMaker } from "./rows.ts";

export type Route = Readonly<{ path: string; file: string }>;

/** A page or one of its buttons, and what each was answered, by relation. */
export type Tried = Readonly<{
  path: string;
  button: string | undefined;
  answers: Record<string, Partial<Record<Relation, Verdict>>>;
}>;
type Attempt = Readonly<{
  tried: Tried;
  row: Row | undefined;
  relation: Relation;
  address: string;
  guard: string;
  who: string;
}>;
type World = Readonly<{
  app: App;
  origin: string;
  people: Readonly<Record<string, Asker>>;
  /** As many once more, who do what ends sessions. */
  owners: Readonly<Record<string, Asker>>;
  slugs: ReadonlyMap<string, string>;
  exported: Exported;
  rowOf: ReturnType<typeof rowMaker>;
}>;
export type Found = Readonly<{ table: Tried[]; rows: Row[]; problems: string[]; refused: Refused[] }>;
type Refused = Readonly<{ what: string; who: string; row: Row; answer: Answer }>;

const AT_ONCE = 16;
/** The page enters it for an organisation of the person's own, whichever the example names. */
const CHOSEN_BY_THE_PAGE = ["activity.enter"];
/** Pages of the account and its sessions: each time on a session of its own. */
const ENDS_SESSIONS = /^(account|lock|sign-|resume)/;

/** Asks for each page and presses each button as everybody, on each relation. */
export async function runHttp(world: World, routes: readonly Route[]): Promise<Found> {
  const table: Tried[] = [];
  const attempts: Attempt[] = [];
  const things = routes.flatMap(({ path, file }) => [
    { path, button: undefined, guard: guardOf(path) ?? "open" },
    ...commandsOf(join("src", file), world.exported).map((button) => ({ path, button, guard: button })),
  ]);
  await inParallel(things, AT_ONCE, async ({ path, button, guard: asked }) => {
    const [guard, rowName = guard] = asked.split(" of ") as [string, string?];
    const tried: Tried = { path, button, answers: {} };
    table.push(tried);
    const alike = guard === "open" || OF_THE_PERSON.test(guard);
    for (const relation of alike ? (["own"] as const) : RELATIONS) {
      const row = guard === "open" ? undefined : await world.rowOf(rowName, relation);
      if (guard !== "open" && !row) continue;
      const shownRow = () => world.rowOf(guardOf(path)!.split(" of ").at(-1)!, relation);
      const other = path.includes(":token") ? await world.rowOf(rowName, elsewhere(relation)) : undefined;
      for (const [who, token] of Object.entries(askersOf(world, path, row, other))) {
        // What a page merely imports may know no row of the page's: then the page's own is shown.
        const address =
          addressOf(path, row, world.slugs, token) ?? addressOf(path, await shownRow(), world.slugs, token);
        if (address) attempts.push({ tried, row, relation, address, guard, who });
      }
    }
  });
  const problems: string[] = [];
  const refused: Refused[] = [];
  const pressedBadly = new Set<string>();
  const useCases = new Map(declaredUseCases().map((useCase) => [useCase.declared.name, useCase]));
  // Whoever may press a page's buttons comes first: what it does not know then need not be pressed by the others.
  const first = attempts.filter(
    ({ who, relation }) => relation === "own" && /^(coordinator|link: .*)$/.test(who),
  );
  const rest = attempts.filter((attempt) => !first.includes(attempt));
  await inParallel([...first, ...rest], AT_ONCE, async ({ tried, row, relation, address, guard, who }) => {
    if (noSuchButton(tried)) return;
    const asker = world.people[who];
    const { cookie } = asker ?? world.people.visitor!;
    const own = asker && ENDS_SESSIONS.test(tried.path) ? await world.owners[who]!.signInAgain() : cookie;
    const form = tried.button === undefined ? undefined : formOf(tried.button, row!);
    const answer = await ask(world.origin, address, own, form);
    let verdict = verdictOf(answer);
    if (
      verdict === "open" &&
      row &&
      asker &&
      !OF_THE_PERSON.test(guard) &&
      !CHOSEN_BY_THE_PAGE.includes(guard)
    ) {
      const rehearsing = { ...world.app, rehearsing: true };
      const result = await useCases.get(guard)!(rehearsing, asker.actor, row.target, row.input);
      if (!result.ok && result.error.kind === "forbidden") verdict = "against the policy";
    }
    tried.answers[who] = { ...tried.answers[who], [relation]: verdict };
    const what = `${tried.button ?? "GET"} ${tried.path} (${relation})`;
    if (verdict === "broken" || verdict === "against the policy")
      problems.push(`${what} as ${who}: ${answer.status}, ${verdict}`);
    for (const name of formsThatSaw(answer.body))
      if (!useCases.get(name)?.declared.seen && !/\.(create|add)$/.test(name))
        problems.push(`${tried.path}: ${name} overwrites what others saved meanwhile`);
    if (!row || (verdict !== "refused" && verdict !== "sign in")) return;
    refused.push({ what, who, row, answer });
    // Whoever may not is told that before what they typed is judged: tried once for each button and person.
    const pressed = `${tried.path} ${tried.button} ${who}`;
    if (tried.button === undefined || answer.status !== 403 || pressedBadly.has(pressed)) return;
    pressedBadly.add(pressed);
    const bad = await ask(world.origin, address, own, badFormOf(tried.button, row));
    if (verdictOf(bad) !== "refused") problems.push(`${what} as ${who} with bad input: ${bad.status}`);
  });
  const rows = attempts.flatMap(({ row }) => (row ? [row] : []));
  return { table: table.sort(byPath), rows, problems, refused };
}

/** What a page merely imports is none of its buttons. */
export const noSuchButton = ({ answers }: Tried): boolean =>
  Object.values(answers).some((own) => Object.values(own).includes("no such button"));

/** The commands of forms that tell what they showed, so that the second of two editors can be told. */
const formsThatSaw = (body: string): string[] =>
  body
    .split("<form")
    .filter((form) => form.includes('name="seen"'))
    .flatMap((form) => /name="do" value="([^"]+)"/.exec(form)?.[1] ?? []);

const elsewhere = (relation: Relation): Relation => (relation === "neighbour" ? "own" : "neighbour");

/** Everybody for a page; for what a link leads to, who holds one, an ended one, another's, or none. */
function askersOf(
  world: World,
  path: string,
  row: Row | undefined,
  other: Row | undefined,
): Readonly<Record<string, string>> {
  if (!path.includes(":token")) return Object.fromEntries(Object.keys(world.people).map((who) => [who, ""]));
  // The rest of the address is the row's, so another's link must not lead there.
  const others = /:token.*\/:/.test(path) ? Object.entries(other?.tokens ?? {}) : [];
  return {
    ...row?.tokens,
    ...Object.fromEntries(others.map(([who, token]) => [`another's ${who}`, token])),
    "no link": "0".repeat(43),
  };
}

const byPath = (a: Tried, b: Tried) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : (a.button ?? "") < (b.button ?? "") ? -1 : 1;
