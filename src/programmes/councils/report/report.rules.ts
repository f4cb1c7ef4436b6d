import type { Excerpt } from "#evidence/indicators/public.ts";
import { activityKindLabel, type PlanFacts } from "#programmes/plan/public.ts";
import type { Maturity } from "../maturity/maturity.queries.server.ts";
import type { PastLine } from "../past/past.present.ts";

/** The annual report of an area as plain values: shown, printed, written, kept, and compared with later ones. */
export type ReportFacts = Readonly<{
  area: string;
  areaName: string;
  fiscalYear: number;
  bodies: readonly Readonly<{
    name: string;
    kind: string;
    members: readonly Readonly<{ organisation: string; sector: string; role: string }>[];
    missing: readonly string[];
  }>[];
  meetings: readonly Readonly<{
    id: string;
    body: string;
    title: string;
    heldOn: string;
    place: string;
    invited: number;
    attended: number;
    decisions: readonly Readonly<{ text: string; made: string | null }>[];
  }>[];
  plan: PlanFacts;
  /** The same counts of the year before; earlier editions know nothing of them. */
  before?: Readonly<{ meetings: number; members: number; initiatives: number }>;
  /** Figures of the health profile that the secretariat chose, as they stood. */
  health?: readonly Readonly<{ title: string; excerpt: Excerpt }>[];
  /** What happened till that year, and the area's place in plans above; earlier editions know nothing of them. */
  past?: readonly Readonly<Pick<PastLine, "kind" | "when" | "text" | "document">>[];
  maturity: Readonly<Pick<Maturity, "reached" | "level" | "steps"> & { reason: string | null }>;
}>;

export type KindRow = Readonly<{ sessions: number | null; participants: number | null }>;

export type YearRow = Readonly<{
  fiscalYear: number;
  /** Whether years without anything lie before it. */
  afterGap: boolean;
  cells: readonly (KindRow & Readonly<{ kind: string }>)[];
}>;

/** The yearly table as the source prints it: a row for each year with something, kinds across, what nobody knows as null. */
export function tableByYear(cells: PlanFacts["yearTable"], kinds: readonly string[]): YearRow[] {
  const told = cells.filter((cell) => cell.sessions !== null || cell.participants !== null);
  const years = [...new Set(told.map((cell) => cell.fiscalYear))].sort((a, b) => a - b);
  return years.map((fiscalYear, index) => {
    return {
      fiscalYear,
      afterGap: index > 0 && years[index - 1] !== fiscalYear - 1,
      cells: kinds.map((kind) => {
        const found = cells.find((cell) => cell.fiscalYear === fiscalYear && cell.kind === kind);
        return { kind, sessions: found?.sessions ?? null, participants: found?.participants ?? null };
      }),
    };
  });
}

/** The kinds of a table: those that councils always report, then whatever else was done, in a fixed order. */
export function kindsOf(
  cells: PlanFacts["yearTable"],
  reported: readonly string[],
  all: readonly string[],
): string[] {
  const held = new Set(cells.map((cell) => cell.kind));
  return [...reported, ...all.filter((kind) => held.has(kind) && !reported.includes(kind))];
}

/** What changed between the report made then and the facts now, figure by figure; empty where nothing did. */
export function correctionsOf(kept: ReportFacts, made: ReportFacts, yearIsOver: boolean): string[] {
  const before = yearIsOver ? withoutStatus(kept) : kept;
  // An edition of long ago does not hold what reports have told of only since.
  const known = knownTo(before, { ...made, plan: knownTo(before.plan, made.plan) });
  const now = yearIsOver ? withoutStatus(known) : known;
  const old = figuresOf(before);
  const current = figuresOf(now);
  const sentences: string[] = [];
  for (const [name, value] of current) {
    const earlier = old.get(name);
    if (earlier !== value) sentences.push(`${name}: ${earlier ?? "なし"} → ${value}`);
  }
  for (const [name, value] of old) if (!current.has(name)) sentences.push(`${name}: ${value} → なし`);
  if (sentences.length === 0 && JSON.stringify(sorted(before)) !== JSON.stringify(sorted(now)))
    sentences.push("数字は同じですが、文章か名称が変更されています");
  return sentences;
}

const knownTo = <Facts extends object>(before: Facts, now: Facts): Facts =>
  Object.fromEntries(Object.entries(now).filter(([name]) => name in before)) as Facts;

/** An initiative that ends years later is no correction of the years before. */
const withoutStatus = (facts: ReportFacts): ReportFacts => ({
  ...facts,
  plan: { ...facts.plan, initiatives: facts.plan.initiatives.map((one) => ({ ...one, status: "" })) },
});

function figuresOf(facts: ReportFacts): Map<string, string> {
  const figures = new Map<string, string>();
  const put = (name: string, value: number | string | null | undefined) =>
    figures.set(name, value === null || value === undefined ? "―" : String(value));
  for (const body of facts.bodies) put(`${body.name} 構成機関`, body.members.length);
  put("会議の回数", facts.meetings.length);
  for (const cell of facts.plan.yearTable) {
    put(`${cell.fiscalYear}年度 ${activityKindLabel(cell.kind)} 回数`, cell.sessions);
    put(`${cell.fiscalYear}年度 ${activityKindLabel(cell.kind)} 参加者数`, cell.participants);
  }
  for (const target of facts.plan.targets) {
    put(`${target.item} 基準値`, target.baselineValue);
    put(`${target.item} 目標値`, target.targetValue);
    put(`${target.item} この年度までの値`, target.latest?.value);
    put(`${target.item} 判定`, target.class);
  }
  for (const measure of facts.plan.measures) {
    if (measure.goalValue !== undefined) put(`${measure.name} 1年の目標`, measure.goalValue);
    for (const value of measure.history) put(`${measure.name} ${value.fiscalYear}年度`, value.value);
  }
  put("健康課題", facts.plan.issues.length);
  put("事業", facts.plan.initiatives.length);
  put("取組の段階", facts.maturity.level);
  return figures;
}

/** Keys in one order: the database hands objects back in another one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
}
