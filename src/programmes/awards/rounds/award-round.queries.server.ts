import { areasAs } from "#foundation/actors/public.ts";
import { getAreas, inArea, ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { type AwardPermit, awardPolicy } from "../access.ts";
import { placeOf } from "../award-target.usecases.server.ts";
import { EVIDENCE_NAMES, KIND_NAMES, ROUND_STATE_NAMES } from "../model/award.messages.ts";
import { SCHEMES } from "../model/scheme.schema.ts";
import { ofRound, roundValues } from "./award-round.commands.server.ts";
import { findRound, selectRounds, selectUnderWay } from "./award-round.store.server.ts";

export const isSecretariat = (permit: AwardPermit): boolean =>
  awardPolicy.may(permit.actor, "award-round.close", permit.subject) !== undefined;

/** The rounds of an area; a draft is the secretariat's alone. */
export const listRounds = query({
  name: "award-round.list",
  ...inArea(awardPolicy, "award-round"),
  async run(permit) {
    const manages = isSecretariat(permit);
    return ok({
      area: await placeOf(permit),
      manages,
      rows: (await selectRounds(permit, manages)).map((one) => ({
        ...{ id: one.id, title: one.title, scheme: one.body.title },
        state: ROUND_STATE_NAMES[one.state],
        closesOn: showDateJa(one.closesOn),
      })),
    });
  },
});

/** A round with its criteria, as anybody reads it before they enter. */
export const readRound = query({
  name: "award-round.read",
  ...ofRound,
  async run(permit, { id }) {
    const round = await findRound(permit, id);
    const manages = isSecretariat(permit);
    if (!round || (round.state === "draft" && !manages)) return notFound("round");
    const { body, withdrawn } = round;
    return ok({
      area: await placeOf(permit),
      manages,
      ...{ id, title: round.title, ceremony: round.ceremony, state: round.state },
      stateName: ROUND_STATE_NAMES[round.state],
      baseOn: showDateJa(round.baseOn),
      closesOn: showDateJa(round.closesOn),
      mayEnter: round.state === "open" && permit.clock.today() <= round.closesOn,
      scheme: { title: body.title, edition: body.edition, who: body.who, based: body.based, bars: body.bars },
      leastShare: body.leastShare,
      groups: body.groups.map(({ key, name }) => ({
        ...{ key, name },
        criteria: body.criteria
          .filter(({ group }) => group === key)
          .map((one) => ({
            ...{ key: one.key, text: one.ja, kind: KIND_NAMES[one.kind], weight: one.weight },
            evidence: EVIDENCE_NAMES[one.evidence],
            dropped: withdrawn.find((gone) => gone.key === one.key)?.reason ?? null,
          })),
      })),
    });
  },
});

export const readRoundForm = query({
  name: "award-round.form",
  ...ofRound,
  async run(permit, { id }) {
    const round = await findRound(permit, id);
    return ok({
      ...formShowing(roundValues(round)),
      isNew: round === undefined,
      schemes: SCHEMES.map(({ key, title, edition }) => ({
        value: key,
        label: `${title}（${edition}年版）`,
      })),
    });
  },
});

/** Of the secretariat: rounds whose last day has gone by, and those that wait for judges. */
export const awardsToday = query({
  name: "award-round.read-today",
  ...ofToday(awardPolicy),
  async run(permit) {
    const rounds = await selectUnderWay(permit, areasAs(permit.actor, "coordinator"));
    const today = permit.clock.today();
    const named = await getAreas(
      permit,
      rounds.map(({ areaId }) => areaId),
    );
    return ok(
      rounds
        .filter(({ state, closesOn }) => state === "judging" || closesOn < today)
        .map(({ areaId, id, title, state, entries }) => ({
          urgency: "today" as const,
          title:
            state === "judging"
              ? `「${title}」は審査中です（応募${entries}件）`
              : `「${title}」は締切日を過ぎました（応募${entries}件）`,
          action: {
            to: `/areas/${named.get(areaId)?.slug ?? areaId}/awards/${id}${state === "judging" ? "/judging" : ""}`,
            label: "開く",
          },
        })),
    );
  },
});
