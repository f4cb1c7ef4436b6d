import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { makeLink, openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { choice } from "#platform/kernel/form-fields.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { VOICE_STEP_WORDS } from "../model/prevention.messages.ts";
import { GRADES, VOICE_STEPS } from "../model/prevention-kinds.schema.ts";
import { atOffice, bySheet } from "../target.usecases.server.ts";
import { countVoice, deleteSheet, findSheet, insertSheet } from "./voice.store.server.ts";

const LINK = "bereaved-voice";
const LINK_DAYS = 180;
const DAY_MS = 86_400_000;

/** Gives a sheet on paper or by its address: it is of the office and the year, and of no number. */
export const giveSheet = command({
  name: "prevention-voice.give-sheet",
  ...atOffice(),
  async run(permit, _, app) {
    const id = crypto.randomUUID() as string;
    await insertSheet(permit, id, fiscalYearOf(permit.clock.today()));
    const expiresAt = new Date(permit.clock.now().getTime() + LINK_DAYS * DAY_MS);
    const token = await makeLink(permit, {
      ...{ area: permit.subject.area, purpose: LINK, subjectType: LINK, subject: id, expiresAt },
    });
    return ok({ address: `${app.config.origin}/voices/${token}` });
  },
});

export async function voiceDoor(app: App, token: string): Promise<Result<{ holder: Actor; held: string }>> {
  const opened = await openLink(app, token, LINK);
  return opened.ok ? ok({ holder: opened.value.holder, held: opened.value.link.subject }) : opened;
}

export const readSheet = query({
  name: "prevention-voice.read-form",
  ...bySheet,
  run: async (permit, { held }) => ((await findSheet(permit, held)) ? ok({ held }) : notFound("sheet")),
});

const grade = (step: (typeof VOICE_STEPS)[number]) =>
  choice(VOICE_STEP_WORDS[step], GRADES, { optional: true });
const VoiceInput = z.object({
  request: grade("request"),
  contact: grade("contact"),
  interview: grade("interview"),
  care: grade("care"),
});

/** Counts what a family thought of each step, and forgets the sheet. */
export const answerSheet = command({
  name: "prevention-voice.answer",
  ...bySheet,
  input: VoiceInput,
  async run(permit, { held, ...grades }) {
    const sheet = await findSheet(permit, held);
    if (!sheet) return notFound("sheet");
    for (const step of VOICE_STEPS)
      if (grades[step] !== null) await countVoice(permit, sheet, step, Number(grades[step]));
    await deleteSheet(permit, held);
    return ok(undefined);
  },
});
