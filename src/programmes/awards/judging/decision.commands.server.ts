import { randomBytes } from "node:crypto";
import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { command } from "#foundation/authority/public.ts";
import { longText } from "#platform/kernel/form-fields.ts";
import { newId } from "#platform/kernel/ids.ts";
import { type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import type { AwardPermit } from "../access.ts";
import { ofEntry } from "../award-target.usecases.server.ts";
import { linkTo } from "../entries/award-entry.commands.server.ts";
import { findEntry, updateEntry } from "../entries/award-entry.store.server.ts";
import { findHonourOf, insertHonour, updateHonour } from "../honours/honour.store.server.ts";
import { postEntry } from "../letters/award-letter.commands.server.ts";
import { JUDGING } from "../model/award.messages.ts";
import type { Decision, Entry, Round, Verdict } from "../model/award.schema.ts";
import { signsOf } from "../model/number.rules.ts";
import { ofRound, standing } from "../rounds/award-round.commands.server.ts";
import { updateRound } from "../rounds/award-round.store.server.ts";
import { type Board, boardOf } from "./award-board.queries.server.ts";
import { type Choice, wrongChoices } from "./decision.rules.ts";

const Form = z.record(z.string(), z.unknown()).transform((form) => ({ form }));

const choicesOf = (
  form: Readonly<Record<string, unknown>>,
  round: Round,
  { rows, ranked }: Board,
): Choice[] =>
  rows.map((one) => {
    const place = ranked.find(({ entry }) => entry === one.entry.id);
    const tier = round.body.tiers.find(({ key }) => key === form[`tier-${one.entry.id}`])?.key ?? null;
    return {
      ...{ entry: one.entry.id, tier, sizeClass: one.sizeClass, had: one.had },
      reason: String(form[`why-${one.entry.id}`] ?? "")
        .trim()
        .slice(0, 300),
      ...{ qualified: one.judged.qualified, judgeable: one.judged.judgeable },
      ...{ place: place?.place ?? null, tied: place?.tied ?? false },
    };
  });

/** What is written down of each entry for good: the criteria, what stood behind them, the scores without names, the tier. */
const verdictsOf = ({ rows, ranked }: Board, choices: readonly Choice[]): Verdict[] =>
  rows.map(({ entry, sizeClass, judged, lines, given, barred }) => {
    const place = ranked.find((one) => one.entry === entry.id);
    const { tier, reason } = choices.find((one) => one.entry === entry.id)!;
    const behind = Object.fromEntries(
      lines.flatMap(({ key, met }) => (met ? [[key, given[key]!.evidence as string]] : [])),
    );
    return {
      ...{ entry: entry.id, number: entry.number, sizeClass, judged, lines, behind, barred, tier, reason },
      ...{ place: place?.place ?? 0, tied: place?.tied ?? false },
      ...{ average: place?.average ?? null, spread: place?.spread ?? null },
    };
  });

const yearsAfter = (day: PlainDate, years: number): PlainDate =>
  plainDate(`${Number(day.slice(0, 4)) + years}-03-31`);

/** Gives what was decided, with a number and the code of its check page. */
async function give(permit: AwardPermit, round: Round, entry: Entry, tier: string): Promise<void> {
  const { name } = round.body.tiers.find(({ key }) => key === tier)!;
  const today = permit.clock.today();
  const notes = Object.values(entry.answers).flatMap(({ said, note }) => (said && note ? [note] : []));
  await insertHonour(permit, {
    ...{
      id: newId() as string,
      roundId: round.id,
      entryId: entry.id,
      tier,
      title: `${round.body.title} ${name}`,
    },
    number: `${today.slice(0, 4)}-${signsOf(randomBytes(5))}`,
    code: signsOf(randomBytes(10)),
    ...{ workplace: entry.workplace, workplaceKey: entry.workplaceKey, mayPublish: entry.mayPublish },
    words: entry.mayPublish ? notes.slice(0, 3).join("、") : "",
    fromOn: today,
    toOn: round.body.termYears === null ? null : yearsAfter(today, round.body.termYears),
  });
}

/** Decides a round: frozen with its edition, data and judges. What is corrected later changes nothing of it. */
export const decideRound = command({
  name: "award-round.decide",
  ...ofRound,
  input: Form,
  async run(permit, { id, form }, app) {
    const found = await standing(permit, id, "decide");
    if (!found.ok) return found;
    const round = found.value;
    const board = await boardOf(permit, round);
    if (board.rows.length === 0) return conflict(JUDGING.nobody);
    if (board.judges.length > 0 && board.rows.some(({ missing, judged }) => judged.qualified && missing > 0))
      return conflict(JUDGING.missing);
    const choices = choicesOf(form, round, board);
    const wrong = wrongChoices(round.body, choices);
    if (Object.keys(wrong).length > 0) return invalid(wrong);
    const decision: Decision = {
      on: permit.clock.today(),
      by: scopeOf(permit.actor).actor,
      ...{ scheme: round.body, withdrawn: round.withdrawn, judges: board.judges.map(({ name }) => name) },
      verdicts: verdictsOf(board, choices),
    };
    await updateRound(permit, id, { state: "decided", decisions: [...round.decisions, decision] });
    for (const { entry, tier } of choices)
      if (tier) await give(permit, round, board.rows.find((one) => one.entry.id === entry)!.entry, tier);
    for (const { entry } of board.rows) {
      const link = `${app.config.origin}/ae/${await linkTo(permit, entry.id)}`;
      await postEntry(permit, entry, { letter: "decided", title: round.title, link });
    }
    return ok({ id });
  },
});

/**
 * Answers who did not agree. Where the answer changes what was decided, another decision is added; the first one stays to
 * be read.
 */
export const settleAppeal = command({
  name: "award-entry.settle",
  ...ofEntry(),
  input: z.object({ reason: longText("回答", { most: 500 }), tier: z.string().default("") }),
  async run(permit, { id, reason, tier }) {
    const entry = await findEntry(permit, id);
    if (!entry || entry.appeal === "" || entry.appealAnswer !== "") return notFound("appeal");
    const found = await standing(permit, entry.roundId, "amend");
    if (!found.ok) return found;
    const round = found.value;
    const last = round.decisions.at(-1)!;
    await updateEntry(permit, id, { appealAnswer: reason });
    if (tier === "") return ok({ id });
    if (!round.body.tiers.some(({ key }) => key === tier)) return notFound("tier");
    const verdicts = last.verdicts.map((one) => (one.entry === id ? { ...one, tier, reason } : one));
    const amended = { ...last, on: permit.clock.today(), by: scopeOf(permit.actor).actor, verdicts };
    await updateRound(permit, round.id, { decisions: [...round.decisions, amended] });
    const honour = await findHonourOf(permit, id);
    if (honour) await updateHonour(permit, honour.id, { tier });
    else await give(permit, round, entry, tier);
    return ok({ id });
  },
});
