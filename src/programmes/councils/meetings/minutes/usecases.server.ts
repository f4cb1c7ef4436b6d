import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { refreshBoardLine } from "../../board/usecases.server.ts";
import { inCouncil } from "../../usecases.server.ts";
import { findMeeting } from "../store.server.ts";
import { withMeeting } from "../usecases.server.ts";
import { insertApproval, insertRevision, type Revision, selectVersions } from "./store.server.ts";

const LONGEST = 100_000;

export type SavedMinutes = Readonly<
  | { outcome: "saved"; revision: number }
  /** Somebody saved since this form was opened. Nothing was written; both texts are here to be brought together. */
  | { outcome: "overtaken"; mine: string; theirs: Revision }
>;

/**
 * Saves the draft of the minutes. `base` is the revision on which the text was begun (0 for none): if another was
 * saved since, the writer gets both texts and writes over nothing.
 */
export function saveMinutes(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  { body, base }: Readonly<{ body: string; base: number }>,
): Promise<Result<SavedMinutes>> {
  return withMeeting(
    app,
    actor,
    area,
    meetingId,
    "minute",
    async (unit, _meeting, _body, by, at): Promise<Result<SavedMinutes>> => {
      const text = body.replaceAll("\r\n", "\n");
      if (text.trim() === "") return invalid({ body: ["議事録を書いてください。"] });
      if (text.length > LONGEST)
        return invalid({ body: [`${LONGEST.toLocaleString("ja-JP")}字までで書いてください。`] });
      const [latest] = await selectVersions(unit, area, meetingId);
      if (latest?.approvedAt)
        return conflict("承認された議事録は直せません。訂正は新しい版として始めてください。");
      const revision = {
        version: latest?.version ?? 1,
        revision: base + 1,
        body: text,
        by,
        byName: nameOf(actor),
        at,
      };
      const newest = latest?.revision ?? 0;
      if (
        base === newest &&
        (await insertRevision(unit, area, meetingId, { ...revision, reason: latest?.reason ?? "" }))
      )
        return ok({ outcome: "saved", revision: revision.revision });
      const [theirs] = await selectVersions(unit, area, meetingId);
      return theirs ? ok({ outcome: "overtaken", mine: text, theirs }) : notFound("minutes");
    },
  );
}

/** Approves the draft as it was read: a text that changed meanwhile is not approved unseen. */
export function approveMinutes(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  { version, revision }: Readonly<{ version: number; revision: number }>,
): Promise<Result<undefined>> {
  return withMeeting(
    app,
    actor,
    area,
    meetingId,
    "minute",
    async (unit, _meeting, _body, by, at): Promise<Result<undefined>> => {
      const [latest] = await selectVersions(unit, area, meetingId);
      if (!latest) return notFound("minutes");
      if (latest.approvedAt) return conflict("この議事録はもう承認されています。");
      if (latest.version !== version || latest.revision !== revision)
        return conflict("読んでいるあいだに議事録が直されました。いまの文を読んでから承認してください。");
      const approval = { version, revision, by, byName: nameOf(actor), at };
      if (!(await insertApproval(unit, area, meetingId, approval)))
        return conflict("この議事録はもう承認されています。");
      await refreshBoardLine(unit, area);
      return ok(undefined);
    },
  );
}

/** Begins a new version from the approved one, with the reason. The approved one stays readable. */
export function correctMinutes(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  reason: string,
): Promise<Result<undefined>> {
  return withMeeting(
    app,
    actor,
    area,
    meetingId,
    "minute",
    async (unit, _meeting, _body, by, at): Promise<Result<undefined>> => {
      if (reason.trim() === "") return invalid({ reason: ["訂正の理由を書いてください。"] });
      const [latest] = await selectVersions(unit, area, meetingId);
      if (!latest) return notFound("minutes");
      if (!latest.approvedAt) return conflict("承認の前なので、そのまま直せます。");
      const next = {
        version: latest.version + 1,
        revision: 1,
        body: latest.body,
        by,
        byName: nameOf(actor),
        at,
      };
      const begun = await insertRevision(unit, area, meetingId, { ...next, reason: reason.trim() });
      return begun ? ok(undefined) : conflict("ほかの人が訂正を始めました。");
    },
  );
}

export function readMinutes(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
): Promise<Result<Revision[]>> {
  return inCouncil(app, actor, area, "council.read", "minutes", async (unit): Promise<Result<Revision[]>> => {
    if (!(await findMeeting(unit, area, meetingId))) return notFound("meeting");
    return ok(await selectVersions(unit, area, meetingId));
  });
}

const nameOf = (actor: Actor): string => (actor.kind === "person" ? actor.name : "");
