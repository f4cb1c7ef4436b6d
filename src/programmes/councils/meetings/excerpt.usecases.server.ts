import { type Excerptible, excerptsOf, readProfile } from "#evidence/indicators/public.ts";
import type { Actor } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { ofMeeting, ofMeetingPart } from "../model/council-target.schema.ts";
import { ExcerptsInput } from "../model/paper.schema.ts";
import { findMeeting } from "./meeting.store.server.ts";
import { lockMeeting } from "./meeting.usecases.server.ts";
import { insertPaper, selectPapers } from "./paper.store.server.ts";

/** The figures of the area's profile that may be taken into the papers, worse and getting worse first. */
export async function listExcerpts(app: App, actor: Actor, area: AreaId): Promise<Result<Excerptible[]>> {
  const found = await readProfile(app, actor, { area });
  return found.ok ? ok(excerptsOf(found.value.profile)) : found;
}

/**
 * Takes figures of the profile into the papers, each frozen as the profile shows it now: a later correction of the
 * source does not change the paper.
 */
export const takeExcerpts = command({
  name: "excerpt.take",
  ...ofMeeting,
  input: ExcerptsInput,
  once: true,
  async run(permit, { area, meeting, keys }, app) {
    const offered = await listExcerpts(app, permit.actor, area);
    if (!offered.ok) return offered;
    const locked = await lockMeeting(permit, meeting, "prepare");
    if (!locked.ok) return locked;
    const chosen = offered.value.filter((one) => keys.includes(one.key));
    if (chosen.length === 0) return invalid({ figure: ["資料に入れる数字を1つ以上選択してください。"] });
    for (const { title, excerpt } of chosen)
      await insertPaper(permit, meeting, { title, kind: "excerpt", excerpt });
    return ok({ taken: chosen.length });
  },
});

/** One paper with its figure. */
export const readExcerpt = query({
  name: "excerpt.read",
  ...ofMeetingPart("paper"),
  async run(permit, { meeting: meetingId, id }) {
    const meeting = await findMeeting(permit, meetingId);
    const paper = (await selectPapers(permit, meetingId)).find((one) => one.id === id);
    if (!meeting || !paper?.excerpt) return notFound("paper");
    const { title, addedAt, excerpt } = paper;
    return ok({ title, addedAt, excerpt, meeting: meeting.title });
  },
});
