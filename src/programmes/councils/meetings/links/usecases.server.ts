import { service } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { findFile, readFileContent, type StoredFile } from "#platform/files/attachments.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { PrintDocument } from "#platform/pdf/document.ts";
import { councilPolicy } from "../../access.ts";
import { selectBodies } from "../../store.server.ts";
import { selectAgenda, selectPapers } from "../papers/store.server.ts";
import { findLink, selectAnswers, selectOptions } from "../poll/store.server.ts";
import { showWhen } from "../present.ts";
import { papersDocument } from "../reading/present.ts";
import { tasksLeft } from "../reading/usecases.server.ts";
import { hashOfToken, pollOpen } from "../rules.ts";
import type { Answer, DateOption, Meeting, Paper } from "../schema.ts";
import { findMeeting, selectInvitees } from "../store.server.ts";

export type MemberView = Readonly<{
  body: string;
  title: string;
  when: string;
  place: string;
  organisation: string;
  open: boolean;
  fixed: boolean;
  cancelled: boolean;
  deadline: Meeting["pollDeadline"];
  options: readonly (DateOption & { answer: Answer | null })[];
  comment: string;
  answered: boolean;
  agenda: readonly string[];
  papers: readonly Pick<Paper, "id" | "title" | "text" | "fileId" | "excerpt">[];
}>;

/** What the holder of a link sees: the own answers, never those of others, and the facts before the meeting. */
export function openLink(app: App, token: string): Promise<Result<MemberView>> {
  return byLink(app, token, async (unit, { area, meeting, memberId }) => {
    const invitee = (await selectInvitees(unit, area, meeting.id)).find((one) => one.memberId === memberId);
    const body = (await selectBodies(unit, area)).find((one) => one.id === meeting.bodyId);
    if (!invitee || !body) return notFound("meeting");
    const answers = (await selectAnswers(unit, area, meeting.id)).filter((one) => one.memberId === memberId);
    const options = await selectOptions(unit, area, meeting.id);
    return ok({
      body: body.name,
      title: meeting.title,
      when: showWhen(meeting),
      place: meeting.place,
      organisation: invitee.organisation,
      open: pollOpen(meeting, unit.clock.today()),
      fixed: meeting.heldOn !== null,
      cancelled: meeting.cancelledAt !== null,
      deadline: meeting.pollDeadline,
      options: options.map((option) => ({
        ...option,
        answer: answers.find((one) => one.optionId === option.id)?.answer ?? null,
      })),
      comment: invitee.comment,
      answered: invitee.answeredAt !== null,
      agenda: (await selectAgenda(unit, area, meeting.id)).map((item) => item.title),
      papers: (await selectPapers(unit, area, meeting.id)).map(({ id, title, text, fileId, excerpt }) => ({
        id,
        title,
        text,
        fileId,
        excerpt,
      })),
    });
  });
}

/** The facts before the meeting on one page to print, for the holder of a link. */
export function papersByLink(app: App, token: string): Promise<Result<PrintDocument>> {
  return byLink(app, token, async (permit, { area, meeting }): Promise<Result<PrintDocument>> => {
    const body = (await selectBodies(permit, area)).find((one) => one.id === meeting.bodyId);
    if (!body) return notFound("meeting");
    const agenda = await selectAgenda(permit, area, meeting.id);
    const papers = await selectPapers(permit, area, meeting.id);
    const invitees = await selectInvitees(permit, area, meeting.id);
    const left = await tasksLeft(permit, area, meeting);
    return ok(papersDocument({ meeting, body, agenda, papers, invitees, left }));
  });
}

/** A file among the papers of the meeting that the link is for. */
export function paperFileByLink(
  app: App,
  token: string,
  paperId: string,
): Promise<Result<StoredFile & { content: Buffer }>> {
  return byLink(
    app,
    token,
    async (permit, { area, meeting }): Promise<Result<StoredFile & { content: Buffer }>> => {
      const paper = (await selectPapers(permit, area, meeting.id)).find((one) => one.id === paperId);
      const file = paper?.fileId ? await findFile(permit, area, paper.fileId) : undefined;
      if (!file) return notFound("paper");
      return ok({ ...file, content: await readFileContent(permit, area, file.id) });
    },
  );
}

/** Whoever holds the link acts for the member, within that meeting and nothing else. */
export function byLink<T>(
  app: App,
  token: string,
  work: (
    unit: Unit,
    held: Readonly<{ area: AreaId; meeting: Meeting; memberId: string }>,
  ) => Promise<Result<T>>,
): Promise<Result<T>> {
  return act(app, service("member-link"), async (unit): Promise<Result<T>> => {
    const link = await findLink(unit, hashOfToken(token), unit.clock.today());
    const area = link?.area as AreaId;
    const meeting = link && (await findMeeting(unit, area, link.meetingId));
    if (!link || !meeting) return notFound("link");
    const subject = { type: "meeting", id: meeting.id, area };
    const permit = await authorise(unit, councilPolicy, "poll.answer", subject);
    return permit.ok ? work(unit, { area, meeting, memberId: link.memberId }) : permit;
  });
}
