import type { Actor } from "#foundation/actors/public.ts";
import type { ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { standing } from "#foundation/authority/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { anEntry, aRound, enter, makeRound } from "../awards.testing.ts";
import { appealEntry, makeEntry } from "../entries/award-entry.commands.server.ts";
import { confirmEntry } from "../entries/confirmation.commands.server.ts";
import { listHonours } from "../honours/honour.usecases.server.ts";
import { addJudge, declareConflicts } from "../judging/award-judge.usecases.server.ts";
import { decideRound } from "../judging/decision.commands.server.ts";
import { closeRound, saveRound } from "../rounds/award-round.commands.server.ts";

type Place = ExamplePlace;
const inArea = (more: object = {}, input?: unknown): Examples[string] =>
  standing(({ area }) => ({ target: { area, ...more }, input }));

const workplaceOf = ({ area, organisation }: Place): Actor => ({
  ...{ kind: "person", userId: "matrix-enters" as never, name: "workplace" },
  memberships: [{ organisationId: organisation, role: "workplace", areas: [area] }],
  reach: [area],
});
const round = ({ app, secretariat, area }: Place) => makeRound(app, secretariat, area);
const ofRound = (input?: unknown): Examples[string] =>
  standing(async (place) => ({ target: { area: place.area, id: await round(place) }, input }));

/** Of an entry that a workplace is still writing. */
const onDraft = (input?: unknown): Examples[string] =>
  standing(async (place) => {
    const { app, area } = place;
    const target = { area, round: await round(place) };
    const { id } = expectOk(await makeEntry(app, workplaceOf(place), target, anEntry()));
    return { target: { area, id }, input, holds: { "award-entry": id } };
  });

/** An entry of a round that is being judged, or decided; what it takes to qualify was seen. */
async function entered(place: Place, decided: boolean) {
  const { app, secretariat, area } = place;
  const roundId = await round(place);
  const workplace = `見本の事業所 ${newId()}`;
  const { id } = await enter(app, area, roundId, { workplace }, workplaceOf(place));
  for (const criterion of ["promoter", "checkup", "smoking"])
    expectOk(await confirmEntry(app, secretariat, { area, id }, { criterion, kind: "document" }));
  expectOk(await closeRound(app, secretariat, { area, id: roundId }));
  if (decided)
    expectOk(await decideRound(app, secretariat, { area, id: roundId }, { [`tier-${id}`]: "effort" }));
  return { id, round: roundId };
}
const onEntry = (input?: unknown, decided = false): Examples[string] =>
  standing(async (place) => {
    const { id } = await entered(place, decided);
    return { target: { area: place.area, id }, input, holds: { "award-entry": id } };
  });

async function judged(place: Place) {
  const { app, secretariat, area } = place;
  const { id: entry, round: roundId } = await entered(place, false);
  const typed = { name: "見本の審査員", affiliation: "" };
  const { id } = expectOk(await addJudge(app, secretariat, { area, round: roundId }, typed));
  return { entry, judge: id };
}
const onJudge = (input?: unknown): Examples[string] =>
  standing(async (place) => {
    const { judge } = await judged(place);
    return { target: { area: place.area, id: judge }, input, holds: { "award-judge": judge } };
  });

const honourIn = async ({ app, secretariat, area }: Place) =>
  expectOk(await listHonours(app, secretariat, { area })).rows[0]!;
const onHonour = (input?: unknown): Examples[string] =>
  standing(async (place) => {
    await entered(place, true);
    return { target: { area: place.area, id: (await honourIn(place)).id! }, input };
  });
const reason = { reason: "見本の理由" };

/** How the role matrix tries each command and query of awards. */
export const examples: Examples = {
  "award-round.list": inArea(),
  "award-round.read": ofRound(),
  "award-round.form": inArea({ id: newId() }),
  "award-round.read-today": standing(() => ({ target: {} })),
  "award-round.save": standing(({ area }) => ({ target: { area, id: newId() }, input: aRound })),
  "award-round.open": standing(async ({ app, secretariat, area }) => {
    const id = newId() as string;
    expectOk(await saveRound(app, secretariat, { area, id }, aRound));
    return { target: { area, id } };
  }),
  "award-round.close": ofRound(),
  "award-round.reopen": standing(async (place) => ({
    target: {
      area: place.area,
      id: await makeRound(place.app, place.secretariat, place.area, { closed: true }),
    },
  })),
  "award-round.drop": ofRound({ criterion: "menu", ...reason }),
  "award-round.decide": standing(async (place) => ({
    target: { area: place.area, id: (await entered(place, false)).round },
    input: {},
  })),
  "award-entry.form": standing(async (place) => ({
    target: { area: place.area, round: await round(place) },
  })),
  "award-entry.make": standing(async (place) => ({
    target: { area: place.area, round: await round(place) },
    input: anEntry({ once: undefined }),
  })),
  "award-entry.read": onDraft(),
  "award-entry.list": ofRound(),
  "award-entry.reuse": onDraft(),
  "award-entry.save": onDraft(anEntry()),
  "award-entry.submit": onDraft(),
  "award-entry.withdraw": onDraft(),
  "award-entry.confirm": onEntry({ criterion: "smoking", kind: "visit" }),
  "award-entry.appeal": onEntry(reason, true),
  "award-entry.settle": standing(async (place) => {
    const { app, area } = place;
    const { id } = await entered(place, true);
    const holder: Actor = { kind: "holder", purpose: "award-entry", area, subject: id, detail: {} };
    expectOk(await appealEntry(app, holder, { area, id }, reason));
    return { target: { area, id }, input: reason };
  }),
  "award-judge.read": onJudge(),
  "award-judge.add": standing(async (place) => ({
    target: { area: place.area, round: await round(place) },
    input: { name: "見本の審査員" },
  })),
  "award-judge.remove": standing(async (place) => ({
    target: { area: place.area, id: (await judged(place)).judge },
  })),
  "award-review.list": ofRound(),
  "award-review.declare": onJudge({}),
  "award-review.score": standing(async (place) => {
    const { entry, judge } = await judged(place);
    const holder: Actor = {
      kind: "holder",
      purpose: "award-judge",
      area: place.area,
      subject: judge,
      detail: {},
    };
    expectOk(await declareConflicts(place.app, holder, { area: place.area, id: judge }, {}));
    return {
      target: { area: place.area, id: judge, entry },
      input: { continuity: "3", ripple: "3", ingenuity: "3", region: "3" },
      holds: { "award-judge": judge },
    };
  }),
  "honour.list": inArea(),
  "honour.check": standing(async (place) => {
    await entered(place, true);
    return { target: { area: place.area, code: (await honourIn(place)).code } };
  }),
  "honour.certificate": onEntry(undefined, true),
  "honour.press": standing(async (place) => ({
    target: { area: place.area, id: (await entered(place, true)).round },
  })),
  "honour.compare": inArea(),
  "honour.hand": onHonour(),
  "honour.revoke": onHonour(reason),
  "honour.renew": onHonour(),
  "honour.flag": onHonour(reason),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/awards": "award-round.list",
  "areas/:area/awards/:round": "award-round.read",
  "areas/:area/awards/:round/edit": "award-round.form",
  "areas/:area/awards/:round/enter": "award-entry.form",
  "areas/:area/awards/:round/entries": "award-entry.list",
  "areas/:area/awards/:round/judging": "award-review.list",
  "areas/:area/awards/:round/press": "honour.press",
  "areas/:area/award-entries/:entry": "award-entry.read",
  "areas/:area/award-entries/:entry/certificate": "honour.certificate",
  "areas/:area/award-effects": "honour.compare",
  "areas/:area/honours": "honour.list",
  "areas/:area/honours/:code": "honour.check",
  "ae/:token": "award-entry.read",
  "ae/:token/certificate": "honour.certificate",
  "aj/:token": "award-judge.read",
};
