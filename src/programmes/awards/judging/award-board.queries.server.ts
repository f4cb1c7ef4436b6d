import { query } from "#foundation/authority/public.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import type { AwardPermit } from "../access.ts";
import { workplaceKey } from "../award-target.usecases.server.ts";
import { selectEntries } from "../entries/award-entry.store.server.ts";
import { selectTiersOf } from "../honours/honour.store.server.ts";
import { JUDGING } from "../model/award.messages.ts";
import { isBarred, rank, sizeClassOf } from "../model/award.rules.ts";
import type { Round } from "../model/award.schema.ts";
import { weighed } from "../model/entry.rules.ts";
import { ofRound } from "../rounds/award-round.commands.server.ts";
import { findRound } from "../rounds/award-round.store.server.ts";
import { selectJudges, selectReviews } from "./award-review.store.server.ts";

/** All that a decision rests on: each entry held against the criteria, and what the judges who may said of it. */
export async function boardOf(permit: AwardPermit, round: Round) {
  const entries = (await selectEntries(permit, round.id)).filter(({ state }) => state === "submitted");
  const judges = await selectJudges(permit, round.id);
  const reviews = await selectReviews(permit, round.id);
  const had = await selectTiersOf(
    permit,
    entries.map((one) => one.workplaceKey),
  );
  const rows = entries.map((entry) => {
    const { lines, given, judged } = weighed(round.body, entry, round.withdrawn);
    const own = judges.flatMap((judge) => {
      const review = reviews.find((one) => one.entryId === entry.id && one.judgeId === judge.id);
      const barred = isBarred(judge.affiliation, entry.workplace, review?.conflict === true, workplaceKey);
      return [{ barred, scores: barred ? [] : Object.values(review?.scores ?? {}) }];
    });
    const totals = own.flatMap(({ scores }) =>
      scores.length > 0 ? [scores.reduce((sum, one) => sum + one, 0)] : [],
    );
    return {
      ...{ entry, lines, given, judged, totals },
      sizeClass: sizeClassOf(round.body, entry.workers),
      barred: own.filter((one) => one.barred).length,
      missing: own.filter((one) => !one.barred && one.scores.length === 0).length,
      had: had
        .filter((one) => one.workplaceKey === entry.workplaceKey && one.roundId !== round.id)
        .map(({ tier }) => tier),
    };
  });
  const ranked = rank(
    rows
      .filter(({ judged }) => judged.qualified)
      .map((one) => ({
        ...{ entry: one.entry.id, sizeClass: one.sizeClass, totals: one.totals },
        share: one.judged.share ?? 0,
      })),
  );
  return { judges, reviews, rows, ranked };
}
export type Board = Awaited<ReturnType<typeof boardOf>>;

/** The board of the secretariat: by number, without the names of workplaces, and no score beside its judge. */
export const readBoard = query({
  name: "award-review.list",
  ...ofRound,
  async run(permit, { id }) {
    const round = await findRound(permit, id);
    if (!round) return notFound("round");
    const { judges, reviews, rows, ranked } = await boardOf(permit, round);
    const classes = new Map(round.body.sizeClasses.map(({ key, name }) => [key, name]));
    const last = round.decisions.at(-1);
    return ok({
      ...{ title: round.title, state: round.state },
      judges: judges.map((one) => ({
        ...{ id: one.id, name: one.name, affiliation: one.affiliation },
        done: reviews.filter(
          (own) => own.judgeId === one.id && (own.conflict || Object.keys(own.scores).length > 0),
        ).length,
      })),
      tiers: round.body.tiers.map(({ key, name }) => ({ value: key, label: name })),
      decided: last ? JUDGING.decidedOn(showDateJa(last.on as PlainDate), last.judges.length) : null,
      rows: rows.map((one) => {
        const place = ranked.find(({ entry }) => entry === one.entry.id);
        const verdict = last?.verdicts.find(({ entry }) => entry === one.entry.id);
        return {
          ...{ id: one.entry.id, number: one.entry.number, sizeClass: classes.get(one.sizeClass)! },
          ...{ share: one.judged.share, barred: one.barred, missing: one.missing },
          qualified: one.judged.qualified,
          judgeable: one.judged.judgeable,
          against: one.judged.against.length,
          place: place?.place ?? null,
          tied: place?.tied ?? false,
          average: place?.average ?? null,
          spread: place?.spread ?? null,
          tier: verdict?.tier ?? null,
          reason: verdict?.reason ?? "",
        };
      }),
    });
  },
});
