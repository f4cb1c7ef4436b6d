import type { Actor } from "#foundation/actors/public.ts";
import { declaredUseCases, type Rule, type UseCase } from "#foundation/authority/public.ts";
import type { Example, ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import type { App } from "#platform/app.ts";
import type { Result } from "#platform/kernel/result.ts";
import { AREAS, actorsOf, ORGANISATIONS, secretariatOf } from "./actors.ts";
import { placeOffices } from "./offices.ts";

/** Where an example stands, seen from the actor of the matrix. */
export const RELATIONS = ["own", "other office", "neighbour", "foreign", "ended", "deleted"] as const;
export type Relation = (typeof RELATIONS)[number];

export const PLACES: Readonly<Record<Relation, Omit<ExamplePlace, "app" | "secretariat">>> = {
  own: { area: AREAS.own, organisation: ORGANISATIONS.own, state: "standing" },
  "other office": { area: AREAS.own, organisation: ORGANISATIONS.other, state: "standing" },
  neighbour: { area: AREAS.neighbour, organisation: ORGANISATIONS.neighbour, state: "standing" },
  foreign: { area: AREAS.foreign, organisation: ORGANISATIONS.foreign, state: "standing" },
  ended: { area: AREAS.own, organisation: ORGANISATIONS.own, state: "ended" },
  deleted: { area: AREAS.own, organisation: ORGANISATIONS.own, state: "deleted" },
};

/** Who was allowed what: by use-case, actor and relation. Undefined where the relation does not exist. */
export type Row = Readonly<{
  name: string;
  kind: "command" | "query";
  outcomes: Readonly<Record<string, Readonly<Partial<Record<Relation, Outcome>>>>>;
}>;
export type Outcome = "done" | "held up" | "refused";

/** A question that a policy was asked, and what was asked of it, to be put again to a policy turned around. */
export type Asked = Readonly<{ actor: Actor; subject: never; granted: boolean }>;

const outcomeOf = (result: Result<unknown>): Outcome =>
  result.ok
    ? "done"
    : result.error.kind === "forbidden" || result.error.kind === "not-found"
      ? "refused"
      : "held up";

/** The services that the policies name. */
export function namedServices(useCases: readonly UseCase[]): string[] {
  const names = new Set<string>();
  const walk = (rule: Rule<never> & { parts?: readonly Rule<never>[]; services?: readonly string[] }) => {
    for (const name of rule.services ?? []) names.add(name);
    for (const part of rule.parts ?? []) walk(part);
  };
  for (const { declared } of useCases) walk(ruleOf(declared));
  return [...names].sort();
}

export const ruleOf = ({ policy, name }: UseCase["declared"]) =>
  (policy as unknown as { rights: Record<string, Rule<never>> }).rights[name]!;

/** Runs each use-case as everybody on each relation; nothing of what is tried is kept. */
export async function runMatrix(
  app: App,
  examples: Examples,
): Promise<{ rows: Row[]; asked: Map<string, Asked[]> }> {
  const useCases = [...declaredUseCases()].sort((a, b) => a.declared.name.localeCompare(b.declared.name));
  const actors = actorsOf(namedServices(useCases));
  const asked = new Map<string, Asked[]>();
  const rows: Row[] = [];
  await placeOffices(app);
  for (const useCase of useCases) {
    const { name, kind } = useCase.declared;
    const make = examples[name];
    if (!make) continue;
    asked.set(name, []);
    const outcomes: Record<string, Partial<Record<Relation, Outcome>>> = {};
    for (const relation of RELATIONS) {
      const place = PLACES[relation];
      const example = await make({
        ...place,
        app,
        secretariat: secretariatOf(place.area, place.organisation),
      });
      if (!example) continue;
      const everybody = { ...actors, ...holdersOf(example, place) };
      for (const [who, actor] of Object.entries(everybody)) {
        const result = await tried(app, useCase, actor, example, (one) => asked.get(name)!.push(one));
        outcomes[who] = { ...outcomes[who], [relation]: outcomeOf(result) };
      }
    }
    rows.push({ name, kind, outcomes });
  }
  return { rows, asked };
}

/** Runs it on an app that keeps nothing, and notes what its policy was asked. */
async function tried(
  app: App,
  attempt: UseCase,
  actor: Actor,
  { target, input }: Example,
  note: (asked: Asked) => void,
): Promise<Result<unknown>> {
  const { policy } = attempt.declared;
  const may = policy.may;
  const spied = (who: Actor, action: string, subject: never) => {
    const grounds = may(who, action, subject);
    if (action === attempt.declared.name) note({ actor: who, subject, granted: grounds !== undefined });
    return grounds;
  };
  Object.assign(policy, { may: spied });
  try {
    return await attempt({ ...app, rehearsing: true }, actor, target, input);
  } finally {
    Object.assign(policy, { may });
  }
}

/** The holder of a link to this very subject, and of one like it to another. */
function holdersOf({ holds = {} }: Example, { area }: { area: ExamplePlace["area"] }): Record<string, Actor> {
  return Object.fromEntries(
    Object.entries(holds).flatMap(([purpose, held]) => {
      const { subject, detail = {} } = typeof held === "string" ? { subject: held } : held;
      const holder = { kind: "holder", purpose, area, detail } as const;
      return [
        [`link: ${purpose}`, { ...holder, subject }],
        [`another's link: ${purpose}`, { ...holder, subject: ANOTHER, detail: othersOf(detail) }],
      ];
    }),
  );
}

const ANOTHER = "0198f2a0-0000-7000-8000-0000000000ff";
const othersOf = (detail: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.keys(detail).map((key) => [key, ANOTHER]));
