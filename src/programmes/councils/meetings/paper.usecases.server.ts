import { z } from "zod";
import { VISITOR } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import { chosenFile, keepFile, readAttachment } from "#foundation/attachments/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { PrintDocument } from "#platform/pdf/document.ts";
import type { CouncilPermit } from "../access.ts";
import { findBody } from "../bodies/body.store.server.ts";
import { ofMeeting, ofMeetingPart } from "../model/council-target.schema.ts";
import type { Meeting } from "../model/meeting.schema.ts";
import { ReportInput } from "../model/paper.schema.ts";
import { tasksLeft } from "./decision.commands.server.ts";
import { listExcerpts } from "./excerpt.usecases.server.ts";
import { findMeeting, selectInvitees } from "./meeting.store.server.ts";
import { lockMeeting } from "./meeting.usecases.server.ts";
import { papersDocument } from "./paper.present.ts";
import { insertPaper, selectAgenda, selectPapers } from "./paper.store.server.ts";

/** A paper in words, where `memberId` is given as the report of that member. */
export const addReport = command({
  name: "paper.add-report",
  ...ofMeeting,
  input: ReportInput,
  once: true,
  async run(permit, { meeting, title, text, memberId }) {
    const locked = await lockMeeting(permit, meeting, "prepare");
    if (!locked.ok) return locked;
    const invitees = await selectInvitees(permit, meeting);
    if (memberId && !invitees.some((one) => one.memberId === memberId)) return notFound("member");
    return ok({ id: await insertPaper(permit, meeting, { title, text, memberId, kind: "report" }) });
  },
});

/** A paper as a file. */
export const addFile = command({
  name: "paper.add-file",
  takesFiles: true,
  ...ofMeeting,
  input: z.object({ file: chosenFile }),
  once: true,
  async run(permit, { meeting, file }) {
    const locked = await lockMeeting(permit, meeting, "prepare");
    if (!locked.ok) return locked;
    const kept = await keepFile(permit, file);
    if (!kept.ok) return kept;
    const { id: fileId, name: title } = kept.value;
    return ok({ id: await insertPaper(permit, meeting, { title, fileId, kind: "file" }) });
  },
});

/** The file of a paper of that meeting, with its content. */
export const readPaperFile = query({
  name: "paper.read-file",
  ...ofMeetingPart("paper"),
  run: async (permit, { meeting, id }) =>
    (await findMeeting(permit, meeting)) ? paperFile(permit, meeting, id) : notFound("meeting"),
});

export async function paperFile(permit: CouncilPermit, meeting: string, id: string) {
  const paper = (await selectPapers(permit, meeting)).find((one) => one.id === id);
  return readAttachment(permit, paper?.fileId);
}

/** The facts before the meeting on one page to print. */
export const readPapers = query({
  name: "paper.print",
  ...ofMeeting,
  async run(permit, { meeting: id }, app) {
    const meeting = await findMeeting(permit, id);
    if (!meeting) return notFound("meeting");
    const { slug } = await getArea(permit, permit.subject.area);
    return printPapers(permit, app, meeting, `/areas/${slug}/council`);
  },
});

/** Without `base`, for who can't sign in, it leads nowhere. */
export async function printPapers(
  permit: CouncilPermit,
  app: App,
  meeting: Meeting,
  base?: string,
): Promise<Result<PrintDocument>> {
  const body = await findBody(permit, meeting.bodyId);
  if (!body) return notFound("meeting");
  const agenda = await selectAgenda(permit, meeting.id);
  const papers = await selectPapers(permit, meeting.id);
  const invitees = await selectInvitees(permit, meeting.id);
  const left = await tasksLeft(permit, meeting);
  // Who can't sign in reads what is published.
  const reader = permit.actor.kind === "person" ? permit.actor : VISITOR;
  const known = await listExcerpts(app, reader, permit.subject.area);
  const facts = known.ok ? known.value : [];
  return ok(papersDocument({ meeting, body, agenda, papers, invitees, left, facts }, base));
}
