import { z } from "zod";
import { inArea } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import { formTexts } from "#platform/kernel/form-values.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type AwardPermit, awardPolicy } from "../access.ts";
import { ROUND, ROUND_STATE_NAMES } from "../model/award.messages.ts";
import { ReasonInput, type Round, RoundInput } from "../model/award.schema.ts";
import { ROUND_STEPS, type RoundState, type RoundStep } from "../model/award-lists.schema.ts";
import { SCHEMES } from "../model/scheme.schema.ts";
import { findRound, lockRound, updateRound, upsertRound } from "./award-round.store.server.ts";

/** For the declaration of what is done with one round. */
export const ofRound = inArea(awardPolicy, "award-round", { id: rowId() });

export const roundValues = (round?: Round) =>
  formTexts(round, "scheme", "title", "baseOn", "closesOn", "ceremony", "giver");

/** A round keeps the edition of its scheme; once it is open, only its days and words change. */
export const saveRound = command({
  name: "award-round.save",
  ...ofRound,
  input: RoundInput,
  once: true,
  seen: async (permit, { id }) => roundValues(await lockRound(permit, id)),
  async run(permit, { id, scheme: key, title, baseOn, closesOn, ceremony, giver }) {
    const before = await findRound(permit, id);
    if (before?.state === "decided") return wrongState(ROUND_STATE_NAMES.decided);
    if (before && before.state !== "draft" && before.scheme !== key) return conflict(ROUND.noEdit);
    const now = SCHEMES.find((one) => one.key === key)!;
    const body = before && before.state !== "draft" ? before.body : now;
    await upsertRound(permit, {
      ...{ id, scheme: key, edition: body.edition, body, title, baseOn, closesOn, ceremony, giver },
    });
    return ok({ id });
  },
});

/** The round in its state after a step, held against everybody who works on it. */
export async function standing(permit: AwardPermit, id: string, step: RoundStep) {
  const round = await lockRound(permit, id);
  if (!round) return notFound("round");
  const next = stepFrom<RoundState, RoundStep>(ROUND_STEPS, round.state, step);
  return next.ok ? ok({ ...round, next: next.value }) : wrongState(ROUND_STATE_NAMES[round.state]);
}

async function move(permit: AwardPermit, id: string, step: RoundStep) {
  const round = await standing(permit, id, step);
  if (!round.ok) return round;
  await updateRound(permit, id, { state: round.value.next });
  return ok({ id });
}

export const openRound = command({
  name: "award-round.open",
  ...ofRound,
  run: (permit, { id }) => move(permit, id, "open"),
});
export const closeRound = command({
  name: "award-round.close",
  ...ofRound,
  run: (permit, { id }) => move(permit, id, "close"),
});
export const reopenRound = command({
  name: "award-round.reopen",
  ...ofRound,
  run: (permit, { id }) => move(permit, id, "reopen"),
});

/** A criterion turned out to be wrong: from now on it counts for nobody, and everybody is told why. */
export const dropCriterion = command({
  name: "award-round.drop",
  ...ofRound,
  input: ReasonInput.extend({ criterion: z.string() }),
  async run(permit, { id, criterion: key, reason }) {
    const round = await lockRound(permit, id);
    if (!round?.body.criteria.some((one) => one.key === key)) return notFound("criterion");
    if (round.state === "decided") return wrongState(ROUND_STATE_NAMES.decided);
    if (round.withdrawn.some((one) => one.key === key)) return ok({ id });
    await updateRound(permit, id, { withdrawn: [...round.withdrawn, { key, reason }] });
    return ok({ id });
  },
});
