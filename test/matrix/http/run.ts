import { join } from "node:path";
import { declaredUseCases } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { RELATIONS, type Relation } from "../table.ts";
import { type Answer, ask, inParallel, type Verdict, verdictOf } from "./asking.ts";
import { commandsOf, type Exported } from "./buttons.ts";
import { PAGES } from "./pages.ts";
import type { Asker } from "./people.ts";
import { addressOf, formOf, type Row, type rowMaker } from "./rows.ts";

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
  slugs: ReadonlyMap<string, string>;
  exported: Exported;
  rowOf: ReturnType<typeof rowMaker>;
}>;
export type Found = Readonly<{ table: Tried[]; rows: Row[]; problems: string[]; refused: Refused[] }>;
type Refused = Readonly<{ what: string; who: string; row: Row; answer: Answer }>;

const AT_ONCE = 16;
/** What everybody does with their own account, whichever the example names. */
const OF_THE_PERSON = /^(account|session)\./;

/** Asks for each page and presses each button as everybody, on each relation. */
export async function runHttp(world: World, routes: readonly Route[]): Promise<Found> {
  const table: Tried[] = [];
  const attempts: Attempt[] = [];
  const things = routes.flatMap(({ path, file }) => [
    { path, button: undefined, guard: PAGES[path] ?? "open" },
    ...commandsOf(join("src", file), world.exported).map((button) => ({ path, button, guard: button })),
  ]);
  await inParallel(things, AT_ONCE, async ({ path, button, guard }) => {
    const tried: Tried = { path, button, answers: {} };
    table.push(tried);
    for (const relation of guard === "open" ? (["own"] as const) : RELATIONS) {
      const row = guard === "open" ? undefined : await world.rowOf(guard, relation);
      if (guard !== "open" && !row) continue;
      for (const [who, token] of Object.entries(askersOf(world, path, row))) {
        const address = addressOf(path, row, world.slugs, token);
        if (address) attempts.push({ tried, row, relation, address, guard, who });
      }
    }
  });
  const problems: string[] = [];
  const refused: Refused[] = [];
  const useCases = new Map(declaredUseCases().map((useCase) => [useCase.declared.name, useCase]));
  const attempt = async ({ tried, row, relation, address, guard, who }: Attempt) => {
    const { cookie, actor } = world.people[who] ?? world.people.visitor!;
    const form = tried.button === undefined ? undefined : formOf(tried.button, row!);
    const answer = await ask(world.origin, address, cookie, form);
    const verdict = verdictOf(answer);
    tried.answers[who] = { ...tried.answers[who], [relation]: verdict };
    const what = `${tried.button ?? "GET"} ${tried.path} (${relation})`;
    if (verdict === "broken") problems.push(`${what} as ${who}: ${answer.status}`);
    if (!row || verdict === "no such button") return;
    if (verdict !== "open") refused.push({ what, who, row, answer });
    else if (world.people[who] && !OF_THE_PERSON.test(guard)) {
      const result = await useCases.get(guard)!(
        { ...world.app, rehearsing: true },
        actor,
        row.target,
        row.input,
      );
      if (!result.ok && result.error.kind === "forbidden")
        problems.push(`${what} as ${who}: ${answer.status}, but ${guard} is refused`);
    }
  };
  // Who signs out is nobody from then on.
  const signsOut = ({ tried }: Attempt) => tried.path === "sign-out";
  await inParallel(
    attempts.filter((one) => !signsOut(one)),
    AT_ONCE,
    attempt,
  );
  await inParallel(attempts.filter(signsOut), AT_ONCE, attempt);
  const rows = attempts.flatMap(({ row }) => (row ? [row] : []));
  return { table: table.sort(byPath), rows, problems, refused };
}

/** Everybody for a page; for what a link leads to, who holds one, an ended one, or none. */
function askersOf(world: World, path: string, row: Row | undefined): Readonly<Record<string, string>> {
  if (!path.includes(":token")) return Object.fromEntries(Object.keys(world.people).map((who) => [who, ""]));
  return { ...row?.tokens, "no link": "0".repeat(43) };
}

const byPath = (a: Tried, b: Tried) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : (a.button ?? "") < (b.button ?? "") ? -1 : 1;
