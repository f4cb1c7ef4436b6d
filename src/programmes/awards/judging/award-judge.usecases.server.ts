import { z } from "zod";
import { findArea, inArea } from "#foundation/areas/public.ts";
import { command, type Finder, query, reachWholeArea } from "#foundation/authority/public.ts";
import { makeLink, revokeLinksOf } from "#foundation/links/public.ts";
import { checked } from "#platform/kernel/checked.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, forbidden, notFound, ok } from "#platform/kernel/result.ts";
import { wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type AwardPermit, type AwardSubject, awardPolicy } from "../access.ts";
import { placeOf, workplaceKey } from "../award-target.usecases.server.ts";
import { selectEntries } from "../entries/award-entry.store.server.ts";
import { JUDGING, ROUND_STATE_NAMES } from "../model/award.messages.ts";
import { isBarred } from "../model/award.rules.ts";
import { type Entry, type Judge, JudgeInput, type Review, scoresInput } from "../model/award.schema.ts";
import { weighed } from "../model/entry.rules.ts";
import { findRound } from "../rounds/award-round.store.server.ts";
import {
  findJudge,
  insertJudge,
  removeJudgeRow,
  selectReviewsBy,
  upsertReview,
} from "./award-review.store.server.ts";

const LINK_DAYS = 120;
const Form = z.record(z.string(), z.unknown()).transform((form) => ({ form }));

/** A judge of a round is added, with a link that is shown once. */
export const addJudge = command({
  name: "award-judge.add",
  ...inArea(awardPolicy, "award-judge", { round: rowId() }),
  input: JudgeInput,
  async run(permit, { round: roundId, name, affiliation }) {
    const round = await findRound(permit, roundId);
    if (!round) return notFound("round");
    if (round.state === "decided") return wrongState(ROUND_STATE_NAMES.decided);
    const id = newId() as string;
    await insertJudge(permit, { id, roundId, name, affiliation });
    const token = await makeLink(permit, {
      ...{ area: permit.subject.area, purpose: "award-judge", subjectType: "award-judge", subject: id },
      expiresAt: new Date(permit.clock.now().getTime() + LINK_DAYS * 86_400_000),
    });
    return ok({ id, token });
  },
});

export const removeJudge = command({
  name: "award-judge.remove",
  ...inArea(awardPolicy, "award-judge", { id: rowId() }),
  async run(permit, { id }) {
    if (!(await removeJudgeRow(permit, id))) return notFound("judge");
    await revokeLinksOf(permit, id);
    return ok({ id });
  },
});

const ofJudge = <More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) => ({
  policy: awardPolicy,
  target: z.object({ area: z.string(), id: rowId(), ...more }),
  async subject(
    find: Finder,
    target: Readonly<{ area: string; id: string }>,
  ): Promise<AwardSubject | undefined> {
    const area = await findArea(find, target.area);
    return area && { type: "award-judge", id: target.id, area: area.id };
  },
});

/** What a judge has before them: the entries of their round, and what they said of each. */
async function deskOf(permit: AwardPermit, id: string) {
  const judge = await findJudge(permit, id);
  const round = judge && (await findRound(permit, judge.roundId));
  if (!judge || !round) return undefined;
  const reviews = await selectReviewsBy(permit, id);
  // The link holds the judge alone; the entries of the round are what it is for.
  await reachWholeArea(permit);
  const entries = (await selectEntries(permit, round.id)).filter(({ state }) => state === "submitted");
  return { judge, round, reviews, entries };
}

const barredFrom = (judge: Judge, entry: Entry, review: Review | undefined): boolean =>
  isBarred(judge.affiliation, entry.workplace, review?.conflict === true, workplaceKey);

/** First names, to say whom one is bound to; from then on numbers alone. */
export const readDesk = query({
  name: "award-judge.read",
  ...ofJudge(),
  async run(permit, { id }) {
    const desk = await deskOf(permit, id);
    if (!desk) return notFound("judge");
    const { judge, round, reviews, entries } = desk;
    const known = new Map(round.body.criteria.map((one) => [one.key, one]));
    const declared =
      entries.length > 0 && entries.every((one) => reviews.some((own) => own.entryId === one.id));
    return ok({
      area: await placeOf(permit),
      round: { title: round.title, state: round.state },
      axes: round.body.axes,
      declared,
      names: declared ? [] : entries.map(({ id: entry, workplace }) => ({ id: entry, workplace })),
      entries: declared
        ? entries.map((entry) => {
            const review = reviews.find((one) => one.entryId === entry.id);
            const barred = barredFrom(judge, entry, review);
            const { lines, judged } = weighed(round.body, entry, round.withdrawn);
            return {
              ...{ id: entry.id, number: entry.number, barred },
              share: barred ? null : judged.share,
              lines: barred
                ? []
                : lines
                    .filter(({ applies }) => applies)
                    .map(({ key, met }) => ({
                      ...{ key, met, text: known.get(key)!.ja },
                      note: entry.answers[key]?.note ?? "",
                    })),
              scores: review && !barred ? { ...mapText(review.scores), note: review.note } : {},
              scored: review !== undefined && Object.keys(review.scores).length > 0,
            };
          })
        : [],
    });
  },
});

const mapText = (scores: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(scores).map(([key, score]) => [key, String(score)]));

/** Whom the judge is bound to, said before anything is scored; it is not taken back. */
export const declareConflicts = command({
  name: "award-review.declare",
  ...ofJudge(),
  input: Form,
  async run(permit, { id, form }) {
    const desk = await deskOf(permit, id);
    if (!desk) return notFound("judge");
    if (desk.round.state !== "judging") return wrongState(ROUND_STATE_NAMES[desk.round.state]);
    const related = [form.related ?? []].flat();
    for (const { id: entryId } of desk.entries) {
      const before = desk.reviews.find((one) => one.entryId === entryId);
      const conflict = before?.conflict === true || related.includes(entryId);
      await upsertReview(permit, {
        ...{ entryId, judgeId: id, roundId: desk.round.id, conflict },
        ...{ scores: conflict ? {} : (before?.scores ?? {}), note: before?.note ?? "" },
      });
    }
    return ok({ id });
  },
});

/** Scores one entry by the axes of the scheme; of whom the judge is bound to none is taken. */
export const scoreEntry = command({
  name: "award-review.score",
  ...ofJudge({ entry: rowId() }),
  input: Form,
  async run(permit, { id, entry: entryId, form }) {
    const desk = await deskOf(permit, id);
    const entry = desk?.entries.find((one) => one.id === entryId);
    if (!desk || !entry) return notFound("entry");
    if (desk.round.state !== "judging") return wrongState(ROUND_STATE_NAMES[desk.round.state]);
    const review = desk.reviews.find((one) => one.entryId === entryId);
    if (!review) return conflict(JUDGING.declareLead);
    if (barredFrom(desk.judge, entry, review)) return forbidden("conflict of interest");
    const typed = checked(scoresInput(desk.round.body.axes), form);
    if (!typed.ok) return typed;
    const said = typed.value as Readonly<Record<string, string>>;
    await upsertReview(permit, {
      ...{ entryId, judgeId: id, roundId: desk.round.id, conflict: false, note: said.note ?? "" },
      scores: Object.fromEntries(desk.round.body.axes.map(({ key }) => [key, Number(said[key])])),
    });
    return ok({ id });
  },
});
