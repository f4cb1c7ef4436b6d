import { z } from "zod";
import { organisationsOf } from "#foundation/actors/public.ts";
import { findArea, inArea } from "#foundation/areas/public.ts";
import { command, type Finder, reachAlso } from "#foundation/authority/public.ts";
import { makeLink, revokeLinksOf } from "#foundation/links/public.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { isUuid, namedId, newId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type ActPermit, type ActSubject, actPolicy } from "../access.ts";
import { CHECK } from "../model/act.messages.ts";
import { questionsFor, scoreOf, sizeClassOf } from "../model/act.rules.ts";
import { type ActCheck, type Answers, answersIn, Facts, FactsInput } from "../model/act.schema.ts";
import { BANK } from "../model/bank.schema.ts";
import { selectOwnQuestions } from "../questions/act-question.store.server.ts";
import {
  deleteCheck,
  findCheck,
  findCheckSubject,
  finishSteps,
  insertCheck,
  insertVoice,
  lockCheck,
  updateAnswers,
} from "./act-check.store.server.ts";

const LINK_DAYS = 400;
const DAY_MS = 86_400_000;
const Form = z.record(z.string(), z.unknown()).transform((form) => ({ form }));
const spoken = z.enum(["ja", "en"]).default("ja");

/** For the declaration of what is done with one check. */
export const ofCheck = <More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) => ({
  policy: actPolicy,
  target: z.object({ area: z.string(), id: rowId(), ...more }),
  async subject(
    find: Finder,
    target: Readonly<{ area: string; id: string }>,
  ): Promise<ActSubject | undefined> {
    const area = await findArea(find, target.area);
    const found = area && (await findCheckSubject(find, area.id, target.id));
    return found && { type: "act-check", id: found.id, area: area.id, workplace: found.organisationId };
  },
});

/** The shipped questions and those that the area asks besides, as they are asked now. */
export const bankOf = async (permit: ActPermit) => [
  ...BANK.questions,
  ...(await selectOwnQuestions(permit)).map(({ id, tier, ja, en }) => ({
    ...{ key: `own-${id}`, tier, act: "own", ja, en: en || ja },
    next: { kind: "own" as const },
  })),
];

const expiry = (permit: ActPermit) => new Date(permit.clock.now().getTime() + LINK_DAYS * DAY_MS);

const linkTo = (permit: ActPermit, id: string, purpose = "act-check"): Promise<string> =>
  makeLink(permit, {
    ...{ area: permit.subject.area, purpose, subjectType: "act-check", subject: id },
    expiresAt: expiry(permit),
  });

const madeNow = (permit: ActPermit) => ({
  edition: BANK.edition,
  fiscalYear: fiscalYearOf(permit.clock.today()),
  madeAt: permit.clock.now(),
  changedAt: permit.clock.now(),
  expiresAt: expiry(permit),
});

/** The answers as they stand after new ones; each keeps the day on which it was given. */
function counted(questions: ActCheck["questions"], answers: Answers) {
  const score = scoreOf(questions, answers);
  const unanswered = questions.filter(({ applies, key }) => applies && !answers[key]).length;
  return { answers, met: score?.met ?? null, base: score?.base ?? null, unanswered };
}

/** Anyone answers; the same form sent twice is one check. Nothing was kept before, and nothing is but what was answered. */
export const makeCheck = command({
  name: "act-check.make",
  ...inArea(actPolicy, "act-check", { language: spoken }),
  input: Form,
  async run(permit, { form, language }) {
    const { area } = permit.subject;
    const facts = checked(FactsInput, form);
    if (!facts.ok) return facts;
    const once = typeof form.once === "string" && isUuid(form.once) ? form.once : (newId() as string);
    const id = namedId("act-check", area, once) as string;
    await reachAlso(permit, area, id);
    if (await findCheck(permit, id)) return ok({ id, token: await linkTo(permit, id) });
    const { tier, ...known } = facts.value;
    const told = Facts.parse({ ...known, industry: known.industry ?? "", body: known.body ?? "" });
    const questions = questionsFor(await bankOf(permit), tier, told);
    const on = permit.clock.today();
    const keys = questions.flatMap(({ key, applies }) => (applies ? [key] : []));
    const said = Object.fromEntries(
      Object.entries(answersIn(form, keys)).map(([key, answer]) => [key, { said: answer, on }]),
    );
    if (form.homepage || Object.keys(said).length === 0) return conflict(CHECK[language].nothing);
    const organisationId =
      tier === "person"
        ? null
        : (organisationsOf(permit.actor, ["workplace", "provider", "member"])[0] ?? null);
    await insertCheck(permit, {
      ...{ id, tier, language, organisationId, facts: told, questions, ...madeNow(permit) },
      sizeClass: tier === "workplace" && told.workers ? sizeClassOf(told.workers) : "",
      ...counted(questions, said),
      ...{ first: null, beforeId: null },
    });
    return ok({ id, token: await linkTo(permit, id) });
  },
});

/** Questions are answered later, or anew once a step was done: the answer that was there before gives way. */
export const answerCheck = command({
  name: "act-check.answer",
  ...ofCheck(),
  input: Form,
  async run(permit, { id, form }) {
    const check = await lockCheck(permit, id);
    if (!check) return notFound("check");
    const keys = check.questions.flatMap(({ key, applies }) => (applies ? [key] : []));
    const said = answersIn(form, keys);
    const on = permit.clock.today();
    const changed = Object.entries(said).filter(([key, answer]) => check.answers[key]?.said !== answer);
    const answers = { ...check.answers };
    for (const [key, answer] of Object.entries(said)) answers[key] = { said: answer, on };
    const { base: _, ...change } = counted(check.questions, answers);
    await updateAnswers(permit, id, change);
    await finishSteps(
      permit,
      id,
      changed.flatMap(([key, answer]) => (answer === "yes" ? [key] : [])),
    );
    return ok({ id });
  },
});

/** The check of a new year stands on the one before: the questions of today, and what the first one came to. */
export const repeatCheck = command({
  name: "act-check.repeat",
  ...ofCheck(),
  async run(permit, { id }) {
    const before = await lockCheck(permit, id);
    if (!before) return notFound("check");
    const year = fiscalYearOf(permit.clock.today());
    if (year <= before.fiscalYear) return conflict(CHECK[before.language].sameYear);
    const next = namedId("act-check", permit.subject.area, id, String(year)) as string;
    await reachAlso(permit, permit.subject.area, next);
    const questions = questionsFor(await bankOf(permit), before.tier, before.facts);
    const first = before.first ?? (before.base ? { met: before.met ?? 0, base: before.base } : null);
    await insertCheck(permit, {
      ...{ id: next, tier: before.tier, language: before.language, organisationId: before.organisationId },
      ...{ facts: before.facts, sizeClass: before.sizeClass, questions, ...madeNow(permit) },
      ...counted(questions, {}),
      ...{ first, beforeId: id },
    });
    return ok({ id: next, token: await linkTo(permit, next) });
  },
});

/** A link for those who answer together: each says what they think, and nobody is named. */
export const shareCheck = command({
  name: "act-check.share",
  ...ofCheck(),
  async run(permit, { id }) {
    const check = await findCheck(permit, id);
    if (!check || check.tier === "person") return notFound("check");
    return ok({ token: await linkTo(permit, id, "act-voice") });
  },
});

/** Whoever made it wants it gone: nothing of it stays, and its links lead nowhere. */
export const removeCheck = command({
  name: "act-check.delete",
  ...ofCheck(),
  async run(permit, { id }) {
    await deleteCheck(permit, id);
    await revokeLinksOf(permit, id);
    return ok({ id });
  },
});

/** One of a committee says what they think. */
export const sayVoice = command({
  name: "act-voice.say",
  ...ofCheck(),
  input: Form,
  async run(permit, { id, form }) {
    const check = await findCheck(permit, id);
    if (!check) return notFound("check");
    const once = typeof form.once === "string" && isUuid(form.once) ? form.once : (newId() as string);
    const answers = answersIn(
      form,
      check.questions.flatMap(({ key, applies }) => (applies ? [key] : [])),
    );
    if (Object.keys(answers).length === 0) return conflict(CHECK[check.language].nothing);
    await insertVoice(permit, { id: namedId("act-voice", id, once), checkId: id, answers });
    return ok({ id });
  },
});
