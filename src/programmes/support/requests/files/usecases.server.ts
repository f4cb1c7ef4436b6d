import { createHash } from "node:crypto";
import type { Actor } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { deleteFile, findFile, readFileContent, type StoredFile } from "#platform/files/attachments.ts";
import { contentFits } from "#platform/files/signature.ts";
import type { SentFile } from "#platform/files/upload.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../../access.ts";
import { isLetGo } from "../../enquiries/rules.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { byLink } from "../../links/usecases.server.ts";
import type { Language } from "../../offers/messages.ts";
import { type Key, ofWorkplace, whoWith } from "../own/usecases.server.ts";
import { findPassed, reachAlso } from "../passing/store.server.ts";
import { wantsFiles } from "../rules.ts";
import type { SupportRequest } from "../schema.ts";
import { countFrom } from "../senders/usecases.server.ts";
import { hold, step, subjectOf } from "../steps/usecases.server.ts";
import { findRequest } from "../store.server.ts";
import { keepFiles } from "./keeping/usecases.server.ts";
import { FILES } from "./messages.ts";
import { bytesOf, fileErrors, type Sent } from "./rules.ts";
import { type Attached, MOST_OF_ADDRESS_BYTES } from "./schema.ts";
import { markRemoved, selectAttached } from "./store.server.ts";

export type Download = StoredFile & Readonly<{ content: Buffer }>;

/** The workplace attaches files to its own request; by the link, no more a day than one `address` may with the form. */
export const attachOwn = (app: App, key: Key, sent: Sent, address: string): Promise<Result<SupportRequest>> =>
  ofWorkplace(app, key, async (unit, request) => {
    if (!wantsFiles(request.status)) return conflict(FILES[request.language].late);
    if (typeof key === "string") {
      const more = { requests: 0, bytes: bytesOf(sent) };
      const { bytes } = await countFrom(unit, app, request.areaId, address, more);
      if (bytes > MOST_OF_ADDRESS_BYTES) return invalid({ files: [FILES[request.language].today] });
    }
    return attach(unit, request, sent, request.language, true);
  });

/** Staff attach files to a request. */
export function attachFor(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  sent: Sent,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    return held.ok ? attach(unit, held.value.request, sent, "ja", false) : held;
  });
}

async function attach(
  unit: Unit,
  request: SupportRequest,
  sent: Sent,
  language: Language,
  byWorkplace: boolean,
): Promise<Result<SupportRequest>> {
  if (sent.files.length === 0) return invalid({ files: [FILES[language].choose] });
  const held = await selectAttached(unit, request.areaId, request.id);
  const errors = fileErrors(sent, held.length, contentFits, language);
  if (errors.files) return invalid(errors);
  const fresh = await notHeld(unit, request, held, sent);
  if (fresh.length === 0) return ok(request);
  const done = await step(unit, request, "attach", {
    ...(byWorkplace ? { by: whoWith(unit) } : {}),
    detail: { who: fresh.map((file) => file.name) },
    own: byWorkplace,
  });
  if (done.ok) await keepFiles(unit, request, fresh, byWorkplace);
  return done;
}

/** The same file sent twice by a double click is one; another of the same name is another. */
async function notHeld(
  unit: Unit,
  request: SupportRequest,
  held: readonly Attached[],
  sent: Sent,
): Promise<SentFile[]> {
  const known = new Set<string>();
  for (const { id, name } of held) known.add(`${name} ${(await findFile(unit, request.areaId, id))?.sha256}`);
  const told = ({ name, content }: SentFile) =>
    `${name} ${createHash("sha256").update(content).digest("hex")}`;
  return sent.files.filter((file) => !known.has(told(file)));
}

/** Takes a file away: the workplace its own, staff any. Its content is gone; the history says that there was one. */
export const detachOwn = (app: App, key: Key, file: string): Promise<Result<SupportRequest>> =>
  ofWorkplace(app, key, (unit, request) => detach(unit, request, file, true));

export function detachFor(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  file: string,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    return held.ok ? detach(unit, held.value.request, file, false) : held;
  });
}

async function detach(
  unit: Unit,
  request: SupportRequest,
  id: string,
  own: boolean,
): Promise<Result<SupportRequest>> {
  const held = await selectAttached(unit, request.areaId, request.id);
  const file = held.find((one) => one.id === id && (one.byWorkplace || !own));
  // Pressed twice: it is gone, as was wished.
  if (!file) return ok(request);
  const done = await step(unit, request, "detach", {
    ...(own ? { by: whoWith(unit) } : {}),
    detail: { who: [file.name] },
  });
  if (!done.ok) return done;
  await deleteFile(unit, request.areaId, file.id);
  await markRemoved(unit, request.areaId, file.id, unit.clock.now());
  return done;
}

/** A file for the workplace whose request it is. */
export const readOwnFile = (app: App, key: Key, file: string): Promise<Result<Download>> =>
  ofWorkplace(app, key, (unit, request) => download(unit, request, file), { hold: false });

/** A file for a supporter who was asked and not let go, by the link of its letter. */
export const readAskedFile = (app: App, token: string, file: string): Promise<Result<Download>> =>
  byLink(app, token, "answer", async (unit, link) => {
    const request = await findRequest(unit, link.area, link.requestId!);
    const enquiries = await selectEnquiries(unit, link.area, link.requestId!);
    const enquiry = enquiries.find((one) => one.id === link.enquiryId);
    if (!request || !enquiry || isLetGo(enquiry.state)) return notFound("file");
    return download(unit, request, file);
  });

/** A file for whoever may read the request; also for the area to which it was passed. */
export function readFileFor(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  file: string,
): Promise<Result<Download>> {
  return act(app, actor, async (unit) => {
    const request = (await findRequest(unit, area, id)) ?? (await findPassed(unit, area, id));
    return request ? download(unit, request, file) : notFound("file");
  });
}

/** Each download is asked for and written down. */
async function download(unit: Unit, request: SupportRequest, id: string): Promise<Result<Download>> {
  const { areaId: area } = request;
  const asked = (await selectEnquiries(unit, area, request.id)).filter(({ state }) => !isLetGo(state));
  const permit = await authorise(unit, supportPolicy, "request.file", subjectOf(request, asked));
  const held = permit.ok ? await selectAttached(unit, area, request.id) : [];
  if (!held.some((one) => one.id === id)) return notFound("file");
  await reachAlso(unit, area);
  const file = await findFile(unit, area, id);
  return file ? ok({ ...file, content: await readFileContent(unit, area, id) }) : notFound("file");
}
