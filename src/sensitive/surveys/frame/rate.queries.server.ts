import { type Dispositions, type ResponseRates, responseRates } from "@yui/healthstats";
import type { SurveyPermit } from "../access.ts";
import type { Survey } from "../model/survey.schema.ts";
import { countUnits } from "./unit.store.server.ts";

export type FieldWork = Readonly<{
  frame: number;
  sampled: number;
  dispositions: Dispositions;
  rates: ResponseRates | null;
  /** How the sizes of those who answered compare with the frame, in per cent. */
  compared: readonly Readonly<{ group: string; frame: number; answered: number }>[];
}>;

/** What became of the sample. Of an anonymous survey of workers the codes that came back say it. */
export async function fieldWork(permit: SurveyPermit, survey: Survey): Promise<FieldWork> {
  const counts = await countUnits(permit, survey.id);
  const sum = (fits: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(fits).reduce((all, one) => all + one.count, 0);
  const of = (disposition: string) => sum((one) => one.sampled && one.disposition === disposition);
  const workers = survey.kind === "worker";
  const dispositions = workers
    ? {
        complete: survey.spent,
        partial: 0,
        refused: 0,
        undeliverable: 0,
        closed: 0,
        noReply: Math.max(0, survey.codes - survey.spent),
      }
    : {
        ...{ complete: of("complete"), partial: of("partial"), refused: of("refused") },
        ...{ undeliverable: of("undeliverable"), closed: of("closed"), noReply: of("none") },
      };
  const all = Object.values(dispositions).reduce((total, one) => total + one, 0);
  const [frame, answered] = [sum(() => true), sum((one) => one.disposition === "complete")];
  const groups = [...new Set(counts.map((one) => one.sizeClass || "不明"))].sort();
  const inGroup = (group: string) => (one: (typeof counts)[number]) => (one.sizeClass || "不明") === group;
  return {
    ...{ frame, sampled: sum((one) => one.sampled), dispositions },
    rates: all === 0 || survey.kind === "hearing" ? null : responseRates(dispositions),
    compared:
      workers || answered === 0
        ? []
        : groups.map((group) => ({
            group,
            frame: (sum(inGroup(group)) / frame) * 100,
            answered: (sum((one) => inGroup(group)(one) && one.disposition === "complete") / answered) * 100,
          })),
  };
}
