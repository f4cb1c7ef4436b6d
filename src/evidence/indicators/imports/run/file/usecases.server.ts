import { placeIndex } from "#foundation/areas/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { Problem } from "#platform/tables/import.ts";
import type { Question } from "#platform/tables/questions.ts";
import { REJECTED_KEPT } from "#platform/tables/run.ts";
import type { RowTaker } from "#platform/tables/table-in.ts";
import type { Dictionary } from "../../../dictionary/schema.ts";
import { selectDictionary } from "../../../dictionary/store.server.ts";
import { ASK, MEND } from "../../rows/messages.ts";
import { planRows, type RowPlan } from "../../rows/plan/rules.ts";
import { Reading } from "../../rows/reading/rules.ts";
import { readRow, wordsOf } from "../../rows/rules.ts";
import type { StagedFigure } from "../../rows/schema.ts";
import { Blocks } from "../../rows/whole/block.rules.ts";
import { checkWhole, isFar, withBlocks } from "../../rows/whole/rules.ts";
import { noteTouched } from "../../withdrawal/store.server.ts";
import { placesOf } from "../areas/rules.ts";
import { changesOf, EXAMPLES_SHOWN, type FigureTaking, sum } from "../rules.ts";
import { createStaging } from "../staging/store.server.ts";
import { Staging } from "../staging/usecases.server.ts";
import * as store from "../store.server.ts";
import { selectBlocks, selectSuspicious } from "../whole/store.server.ts";

/**
 * Puts every good row of a file in its place, in the transaction of the permit: first all of them are staged, then they
 * are looked at together, and only what nothing in the file contradicts goes on.
 */
export async function takeFigures(taking: FigureTaking): Promise<RowTaker> {
  const { app, permit, batch } = taking;
  const dictionary = await selectDictionary(permit);
  const place = placesOf(await placeIndex(permit), batch.reach);
  const { choices, header, mapping } = batch;
  const legend = batch.layout?.legend;
  const thisYear = fiscalYearOf(app.clock.today());
  const plan = planRows({ header: header!, mapping: mapping!, choices, legend }, place, dictionary, thisYear);
  const reading = new Reading(plan, choices.answers);
  const file = { plan, place, reading, words: wordsOf(plan) };
  const byNo = new Map(dictionary.indicators.map((one) => [one.no, one]));
  const staging = new Staging(taking, new Blocks(byNo));
  await createStaging(permit);
  return {
    take(record) {
      const read = readRow(file, record);
      if (read.problems) return read.problems;
      if (read.apart) return { apart: read.apart };
      for (const figure of read.figures) staging.push(figure);
      return undefined;
    },
    flush: () => staging.flush(),
    async end() {
      await staging.end();
      return settle(taking, dictionary, plan, reading, staging);
    },
  };
}

/** Looks at all figures together, and puts in what is good. */
async function settle(
  taking: FigureTaking,
  dictionary: Dictionary,
  plan: RowPlan,
  reading: Reading,
  staging: Staging,
) {
  const { permit, batch, looking, app } = taking;
  const { published, answers } = batch.choices;
  const { bad, again, questions } = await look(permit, dictionary, reading, staging);
  if (staging.added) await store.takeOutStaged(permit, batch.id, [...bad.keys()]);
  const gone = await store.dropLines(permit, [...bad.keys()]);
  if (again > 0) await store.dropRepeated(permit);
  const open = questions.some(({ key }) => answers?.[key] === undefined);
  const done = await put(taking, staging.added);
  if (!looking && !open)
    await noteTouched(permit, batch.id, { areas: [...staging.areas], indicators: [...staging.indicators] });
  const [added, changed] = [sum(done.found, true), sum(done.found, false)];
  return {
    added,
    changed,
    unchanged: staging.staged - gone - added - changed,
    changes: changesOf(done.found, done.examples, dictionary.indicators),
    questions,
    apart: reading.aside.counts,
    late: { count: bad.size, problems: lateProblems(plan, bad) },
  };

  /** Where every figure that was read is staged still, they need not be counted once more. */
  async function countFresh() {
    if (gone + again > 0) return store.countStaged(permit);
    return [...staging.counts.values()].map((one) => ({ ...one, fresh: true }));
  }

  async function put({ permit }: FigureTaking, added: boolean) {
    if (
      added ||
      (looking && !(await store.standsAny(permit, staging.areas, staging.indicators, staging.years)))
    )
      return { found: await countFresh(), examples: [] };
    const compared = await store.compareStaged(permit, published, EXAMPLES_SHOWN);
    if (!looking) await store.mergeCompared(permit, batch.id, published, app.clock.now());
    return compared;
  }
}

/** What is wrong with figures beside others, and what they leave open. */
async function look(
  permit: FigureTaking["permit"],
  { indicators }: Dictionary,
  reading: Reading,
  { small, sexes, ages, has, indicators: staged, blocks, series }: Staging,
) {
  const byNo = new Map(indicators.map((one) => [one.no, one]));
  const codes = new Map(indicators.map((one) => [one.code, one.no]));
  const partsOf = [...staged].flatMap((no) => {
    const whole = codes.get(byNo.get(no)!.whole ?? "");
    return whole !== undefined && staged.has(whole) ? [no, whole] : [];
  });
  const rows = small
    ? { repeated: small, sexes: small, ages: small, parts: small, series: small }
    : await selectSuspicious(permit, {
        blocks: blocks.scattered,
        severalSexes: sexes.size > 1,
        severalAges: ages.size > 1,
        compared: series.mayJump ? has : undefined,
        partsOf,
      });
  const whole = checkWhole(rows, byNo, small || blocks.scattered ? undefined : blocks.found);
  const standing = small ? await store.selectFarFromStanding(permit) : [];
  const far = new Set([
    ...whole.far,
    ...standing
      .filter((one) => isFar(one.standing, one.figure, byNo.get(one.figure.indicatorNo)!))
      .map(({ figure }) => figure),
  ]);
  const bad = new Map(whole.bad);
  const asked: Question[] = [];
  for (const [key, some, mend] of [
    ["rest", whole.rest, MEND.sumUnder],
    ["far", far, MEND.far],
  ] as const) {
    for (const figure of some) {
      reading.open.note(key, figure.line, byNo.get(figure.indicatorNo)!.name_ja, figureText(figure));
      if (reading.answers[key] === "mend") bad.set(figure.line, bad.get(figure.line) ?? mend);
    }
    asked.push(...reading.open.ask(key, ASK[key]));
  }
  const { contradicted } = reading;
  const beside = small ?? (await selectBlocks(permit, [...bad.keys()], contradicted));
  const tainted = withBlocks(beside, bad, contradicted);
  return { bad: tainted, again: whole.again.size, questions: [...reading.questions(), ...asked] };
}

const figureText = ({ numerator, denominator, value }: StagedFigure): string =>
  value !== null ? String(value) : [numerator, denominator].filter((part) => part !== null).join("/");

/** What is wrong with lines that contradict others, named in the column of their figure. */
function lateProblems(plan: RowPlan, bad: ReadonlyMap<number, string>) {
  const [figures] = plan.parts[0]?.figures ?? [];
  const at = figures && figures.value >= 0 ? figures.value : (figures?.numerator ?? -1);
  return new Map(
    [...bad].slice(0, REJECTED_KEPT).map(([line, mend]) => {
      const problemOf = (cells: readonly string[]): Problem => ({
        column: plan.header[at] ?? "",
        value: cells[at] ?? "",
        mend,
      });
      return [line, problemOf] as const;
    }),
  );
}
