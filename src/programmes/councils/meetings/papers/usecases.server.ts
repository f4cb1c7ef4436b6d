import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import {
  deleteFile,
  findFile,
  readFileContent,
  type StoredFile,
  storeFile,
} from "#platform/files/attachments.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, idOfSent, namedId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { inCouncil } from "../../usecases.server.ts";
import { findMeeting, selectInvitees } from "../store.server.ts";
import { withMeeting } from "../usecases.server.ts";
import { insertAgendaItem, insertComment, insertPaper, selectPapers } from "./store.server.ts";

const line = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, { error: `${what}を書いてください。` })
    .max(most, { error: `${most}字までで書いてください。` });
const AgendaInput = z.object({ title: line("議題", 300), presenter: z.string().trim().max(200).default("") });
const ReportInput = z.object({
  title: line("表題", 300),
  text: z.string().trim().max(10_000).default(""),
  memberId: z
    .union([z.uuid(), z.literal("").transform(() => null), z.null()])
    .optional()
    .transform((value) => value ?? null),
});

/** The id of a paper; under one page's key, which its forms share, each kind or figure has its own. */
export const paperId = (onceKey: string | undefined, what: string): string =>
  namedId(idOfSent(onceKey), what);

/** Puts something on the agenda. `onceKey` makes a second send of the same form the same item. */
export function addAgendaItem(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  input: unknown,
  onceKey?: string,
) {
  return withMeeting(app, actor, area, meetingId, "prepare", async (unit): Promise<Result<undefined>> => {
    const item = checked(AgendaInput, input);
    if (!item.ok) return item;
    await insertAgendaItem(unit, area, meetingId, { ...item.value, id: idOfSent(onceKey) });
    return ok(undefined);
  });
}

/** A paper in words, where `memberId` is given as the report of that member. `onceKey` as above. */
export function addReport(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  input: unknown,
  onceKey?: string,
) {
  return withMeeting(
    app,
    actor,
    area,
    meetingId,
    "prepare",
    async (unit, _meeting, _body, _by, at): Promise<Result<{ id: string }>> => {
      const report = checked(ReportInput, input);
      if (!report.ok) return report;
      const { memberId } = report.value;
      const invitees = await selectInvitees(unit, area, meetingId);
      if (memberId && !invitees.some((one) => one.memberId === memberId)) return notFound("member");
      const id = paperId(onceKey, "report");
      const paper = { ...report.value, id, kind: "report" as const, fileId: null, excerpt: null };
      await insertPaper(unit, area, meetingId, at, paper);
      return ok({ id });
    },
  );
}

/** A paper as a file. What a second send of the same form stored is forgotten again. */
export function addFile(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  file: Readonly<{ name: string; content: AsyncIterable<Uint8Array> }>,
  onceKey?: string,
) {
  return withMeeting(
    app,
    actor,
    area,
    meetingId,
    "prepare",
    async (unit, _meeting, _body, by, at): Promise<Result<{ id: string }>> => {
      const stored = await storeFile(unit, area, by, at, file);
      if (!stored.ok) return stored;
      const { id: fileId, name: title } = stored.value;
      const id = paperId(onceKey, "file");
      const paper = { id, title, kind: "file" as const, memberId: null, fileId, excerpt: null, text: "" };
      if (!(await insertPaper(unit, area, meetingId, at, paper))) await deleteFile(unit, area, fileId);
      return ok({ id });
    },
  );
}

/** The file of a paper of that meeting, with its content. */
export function readPaperFile(app: App, actor: Actor, area: AreaId, meetingId: string, paperId: string) {
  return inCouncil(
    app,
    actor,
    area,
    "council.read",
    "paper",
    async (unit): Promise<Result<StoredFile & { content: Buffer }>> => {
      const paper = (await selectPapers(unit, area, meetingId)).find((one) => one.id === paperId);
      const file = paper?.fileId ? await findFile(unit, area, paper.fileId) : undefined;
      if (!file) return notFound("paper");
      return ok({ ...file, content: await readFileContent(unit, area, file.id) });
    },
  );
}

/** What a member says. `onceKey` makes a second send of the same form the same words. */
export function comment(
  app: App,
  actor: Actor,
  area: AreaId,
  meetingId: string,
  input: unknown,
  onceKey?: string,
) {
  return inCouncil(
    app,
    actor,
    area,
    "council.comment",
    "meeting",
    async (unit, by, at): Promise<Result<undefined>> => {
      const text = checked(z.object({ text: line("意見", 2000) }), input);
      if (!text.ok) return text;
      if (!(await findMeeting(unit, area, meetingId))) return notFound("meeting");
      const writtenBy = actor.kind === "person" ? actor.name : "";
      const written = { id: idOfSent(onceKey), text: text.value.text, by, writtenBy, writtenAt: at };
      await insertComment(unit, area, meetingId, written);
      return ok(undefined);
    },
  );
}
