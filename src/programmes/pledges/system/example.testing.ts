import type { Actor } from "#foundation/actors/public.ts";
import type { ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { standing } from "#foundation/authority/testing.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { makeCheck } from "../checks/act-check.commands.server.ts";
import { makePledge, showPledge } from "../promises/pledge.commands.server.ts";
import { addQuestion } from "../questions/act-question.usecases.server.ts";

type Place = ExamplePlace;

/** What a ceramics workplace of twelve sends. */
export const aCheck = (change: object = {}) => ({
  ...{ tier: "workplace", workers: "12", industry: "ceramics" },
  ...{ "a-person-in-charge": "yes", "a-smoking": "no", "a-posters": "partly" },
  ...{ "a-heat": "no", "a-greetings": "yes", "a-owner-tells": "no" },
  once: newId() as string,
  ...change,
});

/** Somebody who works at the place's organisation. */
const workplaceOf = ({ area, organisation }: Place): Actor => ({
  ...{ kind: "person", userId: "matrix-answers" as never, name: "workplace" },
  memberships: [{ organisationId: organisation, role: "workplace", areas: [area] }],
  reach: [area],
});
const made = async (place: Place, change: object = {}) =>
  expectOk(await makeCheck(place.app, workplaceOf(place), { area: place.area }, aCheck(change))).id;

const inArea = (more: object = {}, input?: unknown): Examples[string] =>
  standing(({ area }) => ({ target: { area, ...more }, input }));

/** Of a check that a workplace made. */
const onCheck = (input?: unknown, more: object = {}, purpose = "act-check"): Examples[string] =>
  standing(async (place) => {
    const id = await made(place);
    return { target: { area: place.area, id, ...more }, input, holds: { [purpose]: id } };
  });

const aPledge = { name: "見本の窯業所", reason: "毎朝、全員で体操をします。", open: "true" };
async function pledged(place: Place, change: object = {}) {
  const id = await made(place, change);
  const at = { area: place.area, id };
  return { id, pledge: expectOk(await makePledge(place.app, workplaceOf(place), at, aPledge)).id };
}
/** Of a pledge, for whoever made it. */
const onPledge: Examples[string] = standing(async (place) => {
  const { id, pledge } = await pledged(place);
  return { target: { area: place.area, id, pledge }, holds: { "act-check": id } };
});
/** Of a pledge, for the secretariat. */
const ofOffice: Examples[string] = standing(async (place) => ({
  target: { area: place.area, id: (await pledged(place)).pledge },
}));

/** How the role matrix tries each command and query of checks and pledges. */
export const examples: Examples = {
  "act.list": inArea(),
  "act.read-today": standing(() => ({ target: {} })),
  "act-check.form": inArea({ facts: { tier: "administration" } }),
  "act-check.make": inArea({}, aCheck({ once: undefined })),
  "act-check.read": onCheck(),
  "act-check.sheet": onCheck(),
  "act-check.list": inArea(),
  "act-check.answer": onCheck({ "a-smoking": "yes" }),
  "act-check.repeat": standing(async ({ app, ...place }) => {
    const lastYear = addDays(app.clock.today(), -366);
    const before = { ...app, clock: fixedClock(`${lastYear}T03:00:00Z`) };
    const id = await made({ ...place, app: before });
    return { target: { area: place.area, id }, holds: { "act-check": id } };
  }),
  "act-check.share": onCheck(),
  "act-check.release": onCheck(),
  "act-check.delete": onCheck(),
  "act-step.take": onCheck({}, { question: "smoking" }),
  "act-step.decline": onCheck({}, { question: "smoking" }),
  "act-step.finish": onCheck({}, { question: "smoking" }),
  "act-voice.form": onCheck(undefined, {}, "act-voice"),
  "act-voice.say": onCheck({ "a-smoking": "yes" }, {}, "act-voice"),
  "act-question.list": inArea(),
  "act-question.add": inArea({}, { tier: "workplace", ja: "朝礼で体操をしています", en: "" }),
  "act-question.withdraw": standing(async ({ app, area, secretariat }) => {
    const typed = { tier: "workplace", ja: "昼休みに散歩をしています" };
    return { target: { area, id: expectOk(await addQuestion(app, secretariat, { area }, typed)).id } };
  }),
  "pledge.list": inArea(),
  "pledge.make": onCheck(aPledge),
  "pledge.withdraw": onPledge,
  "pledge.finish": onPledge,
  "pledge.show": ofOffice,
  "pledge.refuse": ofOffice,
  "pledge.plan": standing(async (place) => {
    const { app, area, secretariat } = place;
    const { pledge } = await pledged(place, { tier: "administration", workers: "", "a-go-out": "yes" });
    expectOk(await showPledge(app, secretariat, { area, id: pledge }));
    return { target: { area, id: pledge } };
  }),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/acts": "act.list",
  "areas/:area/acts/check": "act-check.form",
  "areas/:area/act-checks": "act-check.list",
  "areas/:area/act-checks/:check": "act-check.read",
  "areas/:area/act-checks/:check/sheet": "act-check.sheet",
  "areas/:area/act-questions": "act-question.list",
  "areas/:area/pledges": "pledge.list",
  "ac/:token": "act-check.read",
  "ac/:token/sheet": "act-check.sheet",
  "av/:token": "act-voice.form",
};
