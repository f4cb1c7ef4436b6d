import { type Excerptible, excerptsOf, readProfile } from "#evidence/indicators/public.ts";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { inCouncil } from "../../../usecases.server.ts";
import type { Excerpt, Paper } from "../../schema.ts";
import { findMeeting } from "../../store.server.ts";
import { withMeeting } from "../../usecases.server.ts";
import { insertPaper, selectPapers } from "../store.server.ts";
import { paperId } from "../usecases.server.ts";

/** The figures of the area's profile that may be taken into the papers, worse and getting worse first. */
export async function listExcerpts(app: App, actor: Actor, area: AreaId): Promise<Result<Excerptible[]>> {
  const found = await readProfile(app, actor, { area });
  return found.ok ? ok(excerptsOf(found.value.profile)) : found;
}

/**
 * Takes figures of the profile into the papers, each frozen as the profile shows it now: a later correction of the
 * source does not change the paper. `onceKey` makes a second send of the same form the same papers.
 */
export async function takeExcerpts(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  keys: readonly string[],
  onceKey?: string,
): Promise<Result<{ taken: number }>> {
  const offered = await listExcerpts(app, actor, area);
  if (!offered.ok) return offered;
  const chosen = offered.value.filter((one) => keys.includes(one.key));
  return withMeeting(app, actor, area, meetingId, "prepare", async (unit, _meeting, _body, _by, at) => {
    if (chosen.length === 0) return invalid({ figure: ["資料に入れる数字を1つ以上選んでください。"] });
    for (const { key, title, excerpt } of chosen) {
      const id = paperId(onceKey, key);
      const paper = { id, title, kind: "excerpt" as const, memberId: null, fileId: null, excerpt, text: "" };
      await insertPaper(unit, area, meetingId, at, paper);
    }
    return ok({ taken: chosen.length });
  });
}

export type ExcerptPaper = Readonly<Paper & { excerpt: Excerpt; meeting: string }>;

/** One paper with its figure. */
export function readExcerpt(app: App, actor: Actor, area: AreaId, meetingId: string, paperId: string) {
  return inCouncil(app, actor, area, "council.read", "paper", async (unit): Promise<Result<ExcerptPaper>> => {
    const meeting = await findMeeting(unit, area, meetingId);
    const paper = (await selectPapers(unit, area, meetingId)).find((one) => one.id === paperId);
    if (!meeting || !paper?.excerpt) return notFound("paper");
    return ok({ ...paper, excerpt: paper.excerpt, meeting: meeting.title });
  });
}
