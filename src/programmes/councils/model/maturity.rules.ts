import type { JointInitiative } from "#programmes/plan/public.ts";

/** The levels of the guideline's self-assessment, from the lowest. */
export const LEVELS = ["1-1", "1-2", "2-1", "2-2", "2-3", "3"] as const;
export type Level = (typeof LEVELS)[number] | "0";

/** What the system itself holds of a fiscal year. */
export type MaturityFacts = Readonly<{
  fiscalYear: number;
  meetingsHeld: number;
  minutesApproved: number;
  /** How many members laid a report before a meeting. */
  reportingMembers: number;
  joint: readonly JointInitiative[];
}>;

export type Step = Readonly<{
  level: Level;
  met: boolean;
  evidence: readonly string[];
  missing: readonly string[];
}>;

const REPORTING_MEMBERS = 2;
const DATA_SECTORS = 2;
const YEARS_TO_LAST = 2;

/**
 * The ladder with its evidence. A level is reached when it and all below it are met: who cooperates without ever
 * meeting has not reached 2-①, and sees what is missing for it.
 */
export function ladder(facts: MaturityFacts): { reached: Level; steps: Step[] } {
  // A report of a year long past holds these sentences too: they name their year.
  const year = `${facts.fiscalYear}年度`;
  const ran = facts.joint.filter((one) => one.ranThisYear);
  const shared = ran.filter((one) => one.issueId !== null);
  const analysed = shared.filter((one) => one.sectors.length >= DATA_SECTORS);
  const survey = facts.joint.some((one) => one.kind === "survey" && one.ranThisYear);
  const withPrefecture = ran.filter((one) => one.prefectureGoal !== "");
  const lasting = ran.filter((one) => one.years >= YEARS_TO_LAST);
  const owned = lasting.filter((one) => one.budgetOwner !== "");
  const steps = [
    step("1-1", [
      [facts.meetingsHeld > 0, `会議 ${facts.meetingsHeld}回`, `${year}の会議`],
      [facts.minutesApproved > 0, `承認した議事録 ${facts.minutesApproved}件`, "会議の議事録の承認"],
    ]),
    step("1-2", [
      [
        facts.reportingMembers >= REPORTING_MEMBERS,
        `会議に報告した委員 ${facts.reportingMembers}団体`,
        `会議に報告した委員（${facts.reportingMembers}団体、${REPORTING_MEMBERS}団体以上が条件）`,
      ],
    ]),
    step("2-1", [
      [
        ran.length > 0,
        `2つ以上の機関による${year}の事業 ${ran.length}件`,
        `2つ以上の機関による${year}の事業`,
      ],
      [shared.length > 0, `健康課題に結びついた事業 ${shared.length}件`, "その事業と健康課題との結びつき"],
    ]),
    step("2-2", [
      [
        analysed.length > 0,
        `${DATA_SECTORS}つ以上の分野のデータに基づく事業 ${analysed.length}件`,
        `健康課題の根拠に「${DATA_SECTORS}つ以上の分野のデータ」`,
      ],
    ]),
    step("2-3", [
      [survey, "連携した独自の調査", "連携した独自の調査（種類が「調査」の事業）"],
      [
        withPrefecture.length > 0,
        `都道府県の目標に結びついた事業 ${withPrefecture.length}件`,
        "都道府県の目標との結びつき",
      ],
    ]),
    step("3", [
      [
        lasting.length > 0,
        `${YEARS_TO_LAST}年以上続く事業 ${lasting.length}件`,
        `${YEARS_TO_LAST}年以上続く事業`,
      ],
      [owned.length > 0, `予算の所管が決まっている事業 ${owned.length}件`, "続く事業の予算の所管"],
      [
        lasting.some((one) => one.carriedOver),
        "評価を次の計画に引き継いだ事業",
        "評価を次の計画に引き継いだ記録",
      ],
    ]),
  ];
  const firstUnmet = steps.findIndex((one) => !one.met);
  const reached = firstUnmet === -1 ? "3" : firstUnmet === 0 ? "0" : steps[firstUnmet - 1]!.level;
  return { reached, steps };
}

type Condition = readonly [met: boolean, evidence: string, missing: string];

const step = (level: Level, conditions: readonly Condition[]): Step => ({
  level,
  met: conditions.every(([met]) => met),
  evidence: conditions.filter(([met]) => met).map(([, evidence]) => evidence),
  missing: conditions.filter(([met]) => !met).map(([, , missing]) => missing),
});
