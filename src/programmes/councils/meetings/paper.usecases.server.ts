import { scopeOf } from "#foundation/actors/public.ts";
import { getArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { findFile, readFileContent, storeFile } from "#platform/files/attachments.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { PrintDocument } from "#platform/pdf/document.ts";
import type { CouncilPermit } from "../access.ts";
import { findBody } from "../bodies/body.store.server.ts";
import { ofMeeting, ofMeetingThing } from "../model/council-target.schema.ts";
import type { Meeting } from "../model/meeting.schema.ts";
import { AgendaInput, CommentInput, FileInput, ReportInput } from "../model/paper.schema.ts";
import { tasksLeft } from "./decision.commands.server.ts";
import { findMeeting, selectInvitees } from "./meeting.store.server.ts";
import { lockMeeting } from "./meeting.usecases.server.ts";
import { papersDocument } from "./paper.present.ts";
import {
  insertAgendaItem,
  insertComment,
  insertPaper,
  selectAgenda,
  selectPapers,
} from "./paper.store.server.ts";

export const addAgendaItem = command({
  name: "agenda.add",
  ...ofMeeting,
  input: AgendaInput,
  once: true,
  async run(permit, { area, meeting, title, presenter }) {
    const locked = await lockMeeting(permit, area, meeting, "prepare");
    if (!locked.ok) return locked;
    await insertAgendaItem(permit, area, meeting, { id: newId() as string, title, presenter });
    return ok(undefined);
  },
});

/** A paper in words, where `memberId` is given as the report of that member. */
export const addReport = command({
  name: "paper.add-report",
  ...ofMeeting,
  input: ReportInput,
  once: true,
  async run(permit, { area, meeting, title, text, memberId }) {
    const locked = await lockMeeting(permit, area, meeting, "prepare");
    if (!locked.ok) return locked;
    const invitees = await selectInvitees(permit, area, meeting);
    if (memberId && !invitees.some((one) => one.memberId === memberId)) return notFound("member");
    const id = newId() as string;
    const paper = { id, title, text, memberId, kind: "report" as const, fileId: null, excerpt: null };
    await insertPaper(permit, area, meeting, paper);
    return ok({ id });
  },
});

/** A paper as a file. */
export const addFile = command({
  name: "paper.add-file",
  takesFiles: true,
  ...ofMeeting,
  input: FileInput,
  once: true,
  async run(permit, { area, meeting, file }) {
    const locked = await lockMeeting(permit, area, meeting, "prepare");
    if (!locked.ok) return locked;
    const sent = { name: file.name, content: file.stream() };
    const stored = await storeFile(permit, area, scopeOf(permit.actor).actor, permit.clock.now(), sent);
    if (!stored.ok) return stored;
    const { id: fileId, name: title } = stored.value;
    const id = newId() as string;
    const paper = { id, title, kind: "file" as const, memberId: null, fileId, excerpt: null, text: "" };
    await insertPaper(permit, area, meeting, paper);
    return ok({ id });
  },
});

/** The file of a paper of that meeting, with its content. */
export const readPaperFile = query({
  name: "paper.read-file",
  ...ofMeetingThing("paper"),
  run: async (permit, { area, meeting, id }) =>
    (await findMeeting(permit, area, meeting)) ? paperFile(permit, area, meeting, id) : notFound("meeting"),
});

export type PaperFile = Readonly<{ name: string; mediaType: string; content: Buffer }>;

export async function paperFile(
  permit: CouncilPermit,
  area: AreaId,
  meeting: string,
  id: string,
): Promise<Result<PaperFile>> {
  const paper = (await selectPapers(permit, area, meeting)).find((one) => one.id === id);
  const file = paper?.fileId ? await findFile(permit, area, paper.fileId) : undefined;
  if (!file) return notFound("paper");
  const { name, mediaType } = file;
  return ok({ name, mediaType, content: await readFileContent(permit, area, file.id) });
}

/** The facts before the meeting on one page to print. */
export const readPapers = query({
  name: "paper.print",
  ...ofMeeting,
  async run(permit, { area, meeting: id }) {
    const meeting = await findMeeting(permit, area, id);
    if (!meeting) return notFound("meeting");
    const { slug } = await getArea(permit, area);
    return printPapers(permit, area, meeting, `/areas/${slug}/council`);
  },
});

/** Without `base`, for who can't sign in, it leads nowhere. */
export async function printPapers(
  permit: CouncilPermit,
  area: AreaId,
  meeting: Meeting,
  base?: string,
): Promise<Result<PrintDocument>> {
  const body = await findBody(permit, area, meeting.bodyId);
  if (!body) return notFound("meeting");
  const agenda = await selectAgenda(permit, area, meeting.id);
  const papers = await selectPapers(permit, area, meeting.id);
  const invitees = await selectInvitees(permit, area, meeting.id);
  const left = await tasksLeft(permit, area, meeting);
  return ok(papersDocument({ meeting, body, agenda, papers, invitees, left }, base));
}

/** What a member says. */
export const commentOnMeeting = command({
  name: "meeting.comment",
  ...ofMeeting,
  input: CommentInput,
  once: true,
  async run(permit, { area, meeting, text }) {
    if (!(await findMeeting(permit, area, meeting))) return notFound("meeting");
    await insertComment(permit, area, meeting, { id: newId() as string, text });
    return ok(undefined);
  },
});
