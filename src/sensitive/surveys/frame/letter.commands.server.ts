import { command } from "#foundation/authority/public.ts";
import { sendLetter } from "#foundation/letters/public.ts";
import { makeLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import type { SurveyPermit } from "../access.ts";
import { SURVEY_LINK } from "../answering/door.usecases.server.ts";
import { lockSurvey } from "../design/survey.store.server.ts";
import { hasAnswered } from "../model/survey.rules.ts";
import type { Survey, Unit } from "../model/survey.schema.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { SURVEY_LETTERS } from "./letter.messages.ts";
import { markReminded, markSent, selectUnits } from "./unit.store.server.ts";

const DAYS = 400;
const CLOSED = "メールを送信できるのは、実施中の「事業所への調査」だけです。";
/** Workers get codes: by a link of its own a workplace would answer as one of them. */
const isSent = ({ state, kind }: Survey) => state === "open" && kind === "workplace";

/** The address at which a unit answers, with a new secret. */
export async function answerAddress(permit: SurveyPermit, app: App, unit: Pick<Unit, "id">): Promise<string> {
  const token = await makeLink(permit, {
    ...{ area: permit.subject.area, purpose: SURVEY_LINK, subjectType: "survey-unit", subject: unit.id },
    expiresAt: new Date(permit.clock.now().getTime() + DAYS * 86_400_000),
  });
  return `${app.config.origin}/s/${token}`;
}

async function send(
  permit: SurveyPermit,
  app: App,
  survey: Survey,
  units: readonly Unit[],
  letter: "invite" | "remind",
): Promise<void> {
  for (const unit of units)
    await sendLetter(permit, SURVEY_LETTERS, {
      ...{ area: permit.subject.area, letter, to: unit.email, name: unit.name, about: unit.id },
      onceKey: `${unit.id}:${letter}:${unit.reminded.length}`,
      values: {
        to: `${unit.name}${unit.contact ? `　${unit.contact}` : ""} 御中`,
        title: survey.title,
        sender: survey.sender,
        deadline: survey.closesOn ? showDateJa(survey.closesOn) : "",
        link: await answerAddress(permit, app, unit),
      },
    });
}

/** Mails the link to those of the sample that have a mailbox and were not written to yet. */
export const sendInvitations = command({
  name: "frame.send",
  ...ofSurvey(),
  once: true,
  async run(permit, { survey: id }, app) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (!isSent(survey)) return conflict(CLOSED);
    const units = (await selectUnits(permit, id)).filter(
      (one) => one.sampled && one.way === "mail" && one.email !== "" && one.sentOn === null,
    );
    await send(permit, app, survey, units, "invite");
    await markSent(
      permit,
      units.map((one) => one.id),
    );
    return ok({ sent: units.length });
  },
});

/** Writes once more to those alone of whom nothing has come: not to who answered, refused, or is no more. */
export const remindMissing = command({
  name: "frame.remind",
  ...ofSurvey(),
  once: true,
  async run(permit, { survey: id }, app) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (!isSent(survey)) return conflict(CLOSED);
    const units = (await selectUnits(permit, id)).filter(
      (one) =>
        one.sampled &&
        one.email !== "" &&
        one.sentOn !== null &&
        (one.disposition === "none" || one.disposition === "partial") &&
        !hasAnswered(survey, one),
    );
    // The link of the first letter goes on; what was filled in half is found under both.
    await send(permit, app, survey, units, "remind");
    await markReminded(
      permit,
      units.map((one) => one.id),
    );
    return ok({ reminded: units.length });
  },
});
