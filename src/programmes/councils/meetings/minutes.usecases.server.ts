import { askOnce, command, query } from "#foundation/authority/public.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { refreshBoardLine } from "../maturity/board.usecases.server.ts";
import { ofMeeting } from "../model/council-target.schema.ts";
import { ApprovalInput, CorrectionInput, MinutesInput } from "../model/minutes.schema.ts";
import { findMeeting, selectInvitees } from "./meeting.store.server.ts";
import { lockMeeting } from "./meeting.usecases.server.ts";
import { presentRound } from "./minutes.present.ts";
import { insertApproval, insertRevision, selectVersions } from "./minutes.store.server.ts";
import { selectRound } from "./minutes-round.store.server.ts";

const NOBODY_ENTERED = "出席した委員が1団体も入力されていません。このまま承認しますか。";

/** The draft of the minutes as its form shows it. */
export const minutesValues = (minutes: Readonly<{ body: string }> | undefined) => ({
  body: minutes?.body ?? "",
});

/** Saves the draft of the minutes as another revision; not over what somebody else has saved meanwhile. */
export const saveMinutes = command({
  name: "minutes.save",
  ...ofMeeting,
  input: MinutesInput,
  async seen(permit, { meeting }) {
    if (!(await findMeeting(permit, meeting, true))) return undefined;
    return minutesValues((await selectVersions(permit, meeting))[0]);
  },
  values: minutesValues,
  async run(permit, { meeting, body }) {
    const locked = await lockMeeting(permit, meeting, "minute");
    if (!locked.ok) return locked;
    const [latest] = await selectVersions(permit, meeting);
    if (latest?.approvedAt)
      return conflict("承認された議事録は変更できません。訂正は新しい版として始めてください。");
    if (latest?.body === body) return ok(undefined);
    const { version = 1, revision = 0, reason = "" } = latest ?? {};
    await insertRevision(permit, meeting, { version, revision: revision + 1, body, reason });
    return ok(undefined);
  },
});

/** Approves the draft as it was read: a text that changed meanwhile is not approved unseen. */
export const approveMinutes = command({
  name: "minutes.approve",
  ...ofMeeting,
  input: ApprovalInput,
  async run(permit, { meeting, version, revision }) {
    const locked = await lockMeeting(permit, meeting, "minute");
    if (!locked.ok) return locked;
    const [latest] = await selectVersions(permit, meeting);
    if (!latest) return notFound("minutes");
    if (latest.approvedAt) return conflict("この議事録はもう承認されています。");
    if (latest.version !== version || latest.revision !== revision)
      return conflict("閲覧中に議事録が変更されました。現在の内容を確認してから承認してください。");
    const invitees = await selectInvitees(permit, meeting);
    const entered = invitees.length === 0 || invitees.some((one) => one.attendance !== null);
    const meant = askOnce(permit, { attendance: entered ? [] : [NOBODY_ENTERED] });
    if (!meant.ok) return meant;
    await insertApproval(permit, meeting, { version, revision });
    await refreshBoardLine(permit);
    return ok(undefined);
  },
});

/** Begins a new version from the approved one, with the reason. The approved one stays readable. */
export const correctMinutes = command({
  name: "minutes.correct",
  ...ofMeeting,
  input: CorrectionInput,
  async run(permit, { meeting, reason }) {
    const locked = await lockMeeting(permit, meeting, "minute");
    if (!locked.ok) return locked;
    const [latest] = await selectVersions(permit, meeting);
    if (!latest) return notFound("minutes");
    if (!latest.approvedAt) return conflict("承認前のため、そのまま編集できます。");
    const { version, body } = latest;
    await insertRevision(permit, meeting, { version: version + 1, revision: 1, body, reason });
    return ok(undefined);
  },
});

/** The newest state of each version, the latest version first. */
export const readMinutes = query({
  name: "minutes.read",
  ...ofMeeting,
  async run(permit, { meeting }) {
    if (!(await findMeeting(permit, meeting))) return notFound("meeting");
    return ok(await selectVersions(permit, meeting));
  },
});

/** What went round, and what the members said of it; null where nothing did. */
export const readMinutesRound = query({
  name: "minutes.read-round",
  ...ofMeeting,
  async run(permit, { meeting }) {
    if (!(await findMeeting(permit, meeting))) return notFound("meeting");
    const round = await selectRound(permit, meeting);
    const invitees = await selectInvitees(permit, meeting);
    const reachable = invitees.filter((one) => one.email !== "").length;
    return ok({ reachable, round: round ? presentRound(round, invitees) : null });
  },
});
