import { SIZE_CLASSES } from "../frame/sample.rules.ts";
import type { NewUnit } from "../frame/unit.store.server.ts";
import type { Answers } from "../model/questionnaire.schema.ts";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A frame of so many workplaces, as sizes and trades are spread in a city of small firms. */
const SIZES = [0.38, 0.26, 0.22, 0.08, 0.06];
const TRADES = [
  "製造業",
  "建設業",
  "卸売業・小売業",
  "宿泊業・飲食サービス業",
  "医療・福祉",
  "その他のサービス業",
];
export const FRAME_SIZE = 3411;
export const REPLIES = 576;

export function generateFrame(idOf: (number: number) => string): NewUnit[] {
  const chance = chanceOf(2009);
  return Array.from({ length: FRAME_SIZE }, (_, at) => {
    const size = pick(SIZES, chance());
    return {
      id: idOf(at + 1),
      number: at + 1,
      name: `見本事業所${String(at + 1).padStart(4, "0")}`,
      address: `見本市見本町${at + 1}番地`,
      postalCode: "252-0000",
      sizeClass: SIZE_CLASSES[size]!,
      workers: [2, 7, 18, 38, 80][size]!,
      industry: TRADES[Math.floor(chance() * TRADES.length)]!,
      town: "見本市",
    };
  });
}

const pick = (weights: readonly number[], at: number): number => {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    if (at < sum) return index;
  }
  return weights.length - 1;
};

/** Exact numbers spread over a list by chance: what the survey finds is known beforehand. */
function spread<T>(
  all: readonly T[],
  number: number,
  weight: (one: T) => number,
  chance: () => number,
): Set<T> {
  const keyed = all.map((one) => ({ one, key: chance() ** (1 / weight(one)) }));
  keyed.sort((a, b) => b.key - a.key);
  return new Set(keyed.slice(0, number).map(({ one }) => one));
}

/** Of how many of 576 each is true: 74.1 %, 21.2 %, and of 576 workers 9.9 %. */
export const TRUTH = { need: 427, noAction: 122, knows: 340, noOwnAction: 57 } as const;

const choice = (number: number) => `c${number}`;

/** Replies of workplaces: the smaller ones do less and know nobody to ask. */
export function generateReplies(units: readonly Pick<NewUnit, "id" | "sizeClass" | "industry">[]) {
  const chance = chanceOf(576);
  const replied = [...spread(units, REPLIES, () => 1, chance)];
  const sizeOf = (unit: (typeof units)[number]) => SIZE_CLASSES.indexOf(unit.sizeClass as never);
  const idle = spread(replied, TRUTH.noAction, (one) => [4, 3, 1.6, 1, 0.8][sizeOf(one)]!, chance);
  const need = spread(replied, TRUTH.need, (one) => [1, 1.3, 2, 2.5, 3][sizeOf(one)]!, chance);
  const knows = spread(replied, TRUTH.knows, (one) => [0.8, 1, 2, 3, 4][sizeOf(one)]!, chance);
  return replied.map((unit) => {
    const answers: Record<string, Answers[string]> = {
      size: choice(sizeOf(unit) + 1),
      industry: choice([3, 2, 6, 9, 12, 13][TRADES.indexOf(unit.industry ?? "")]!),
      manager: choice(1 + Math.floor(chance() * 3)),
      action: idle.has(unit) ? "c2" : "c1",
      actions: idle.has(unit)
        ? ["c16"]
        : ["c1", ...(chance() < 0.25 ? ["c3"] : []), ...(chance() < 0.2 ? ["c4"] : [])],
      policy: chance() < 0.3 ? "c1" : "c2",
      need: need.has(unit) ? (chance() < 0.5 ? "c1" : "c2") : chance() < 0.7 ? "c3" : "c4",
      consult: knows.has(unit) ? "c1" : "c2",
      mental: choice(1 + Math.floor(chance() * 4)),
    };
    if (answers.mental === "c1") answers["mental-what"] = ["c1"];
    else answers["mental-why"] = [chance() < 0.5 ? "c1" : "c3"];
    return { unit: unit.id, answers };
  });
}

/** Answers of workers: the young, men and the single do less for themselves, and so on, as the source found. */
export function generateWorkers(count = REPLIES) {
  const chance = chanceOf(99);
  const people = Array.from({ length: count }, (_, at) => ({
    at,
    age: pick([0.2, 0.22, 0.24, 0.2, 0.14], chance()),
    sex: pick([0.55, 0.45], chance()),
    single: chance() < 0.36,
    size: pick([0.25, 0.24, 0.22, 0.15, 0.14], chance()),
  }));
  const idle = spread(
    people,
    Math.round((TRUTH.noOwnAction / REPLIES) * count),
    ({ age, sex, single }) => [3.5, 2.4, 1.4, 1, 0.9][age]! * (sex === 0 ? 2.4 : 1) * (single ? 2.6 : 1),
    chance,
  );
  return people.map((one) => {
    const time = pick([0.22, 0.3, 0.28, 0.2], chance());
    const teamwork = pick([0.25, 0.35, 0.25, 0.15], chance());
    const strain = (time + teamwork) / 6;
    const answers: Answers = {
      ...{ age: choice(one.age + 1), sex: choice(one.sex + 1), marital: one.single ? "c2" : "c1" },
      ...{ "worker-size": choice(one.size + 1), "own-action": idle.has(one) ? "c2" : "c1" },
      checkup: choice(1 + (chance() < [0.45, 0.62, 0.76, 0.84, 0.9][one.size]! ? 0 : chance() < 0.6 ? 1 : 2)),
      recheck: choice(1 + pick([0.6, 0.25, 0.15], chance())),
      ...{ time: choice(time + 1), teamwork: choice(teamwork + 1) },
      "feels-healthy": choice(
        1 + pick([0.5 - 0.45 * strain, 0.38 - 0.08 * strain, 0.08 + 0.36 * strain, 1], chance()),
      ),
      stress: choice(1 + pick([0.25, 0.4, 0.25, 0.1], chance())),
      partner: chance() < 0.16 ? "c2" : "c1",
      "canned-coffee": choice(1 + pick([0.15, 0.25, 0.25, 0.35], chance())),
    };
    // Some five of a workplace answer, alike as people who work together are.
    return { cluster: 1 + Math.floor(one.at / 5), answers };
  });
}
