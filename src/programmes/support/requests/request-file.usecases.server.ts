import { z } from "zod";
import { command, query, reachAlso } from "#foundation/authority/public.ts";
import { countSender } from "#foundation/senders/public.ts";
import { deleteFile, openFile } from "#platform/files/attachments.ts";
import { bytesOf, fileErrors, filesNotHeld, filesOf, type SentFiles } from "#platform/files/form-files.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { Download } from "#platform/web/form-files.ts";
import type { SupportPermit } from "../access.ts";
import { isLetGo } from "../model/enquiry.rules.ts";
import type { Language } from "../model/offer.messages.ts";
import { wantsFiles } from "../model/request.rules.ts";
import { ofEnquiry, ofRequest, type SupportRequest } from "../model/request.schema.ts";
import { FILES } from "../model/request-file.messages.ts";
import { COUNTED, FORM_LIMITS, MOST_OF_ADDRESS_BYTES } from "../model/request-file.schema.ts";
import { onEnquiry } from "../support-target.usecases.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { lookAtOwn, whoWith, withOwn } from "./own-request.usecases.server.ts";
import { findRequest } from "./request.store.server.ts";
import { markRemoved, selectAttached, wasAttached } from "./request-file.store.server.ts";
import { keepFiles } from "./request-file-keeping.commands.server.ts";
import { onOwnRequest, onRequest, step, withRequest } from "./step.commands.server.ts";
import { findSubject } from "./step.store.server.ts";

const Files = z.record(z.string(), z.unknown()).transform((form) => ({ sent: filesOf(form) }));

/** The workplace attaches files to its own request; by the link, no more a day than one address may with the form. */
export const attachOwn = command({
  ...onOwnRequest,
  name: "receipt.attach",
  takesFiles: true,
  target: ofRequest.extend({ sender: z.string() }),
  input: Files,
  run: withOwn(async (permit, request, { sent, sender }, app) => {
    if (!wantsFiles(request.status)) return conflict(FILES[request.language].late);
    if (permit.actor.kind === "holder") {
      const who = networkOf(sender);
      const more = { times: 0, bytes: bytesOf(sent) };
      const { bytes } = await countSender(permit, app, { about: COUNTED, who, ...more });
      if (bytes > MOST_OF_ADDRESS_BYTES) return invalid({ files: [FILES[request.language].today] });
    }
    return attach(permit, request, sent, request.language, true);
  }),
});

/** Staff attach files to a request. */
export const attachFor = command({
  ...onRequest,
  name: "request.attach",
  takesFiles: true,
  input: Files,
  run: withRequest((permit, request, { sent }) => attach(permit, request, sent, "ja", false)),
});

async function attach(
  permit: SupportPermit,
  request: SupportRequest,
  sent: SentFiles,
  language: Language,
  byWorkplace: boolean,
): Promise<Result<SupportRequest>> {
  if (sent.files.length === 0) return invalid({ files: [FILES[language].choose] });
  const held = await selectAttached(permit, request.areaId, request.id);
  const errors = await fileErrors(sent, held.length, FORM_LIMITS, FILES[language]);
  if (errors.files) return invalid(errors);
  const fresh = await filesNotHeld(permit, request.areaId, held, sent);
  if (fresh.length === 0) return ok(request);
  const done = await step(permit, request, "attach", {
    by: whoWith(permit),
    detail: { who: fresh.map((file) => file.name) },
    own: byWorkplace,
  });
  if (done.ok) await keepFiles(permit, request, fresh, byWorkplace);
  return done;
}

const ofFile = ofRequest.extend({ file: rowId() });

/** Takes a file away: the workplace its own, staff any. Its content is gone; the history says that there was one. */
export const detachOwn = command({
  ...onOwnRequest,
  name: "receipt.detach",
  target: ofFile,
  run: withOwn((permit, request, { file }: z.output<typeof ofFile>) => detach(permit, request, file, true)),
});

export const detachFor = command({
  ...onRequest,
  name: "request.detach",
  target: ofFile,
  run: withRequest((permit, request, { file }: z.output<typeof ofFile>) =>
    detach(permit, request, file, false),
  ),
});

async function detach(
  permit: SupportPermit,
  request: SupportRequest,
  id: string,
  own: boolean,
): Promise<Result<SupportRequest>> {
  const held = await selectAttached(permit, request.areaId, request.id);
  const file = held.find((one) => one.id === id && (one.byWorkplace || !own));
  // Pressed twice: it is gone, as was wished. What never was of this request is nothing.
  if (!file)
    return (await wasAttached(permit, request.areaId, request.id, id)) ? ok(request) : notFound("file");
  const done = await step(permit, request, "detach", { by: whoWith(permit), detail: { who: [file.name] } });
  if (!done.ok) return done;
  await deleteFile(permit, request.areaId, file.id);
  await markRemoved(permit, request.areaId, file.id);
  return done;
}

/** A file for the workplace whose request it is. */
export const readOwnFile = query({
  ...onOwnRequest,
  name: "receipt.file",
  target: ofFile,
  run: lookAtOwn((permit, request, { file }: z.output<typeof ofFile>) => download(permit, request, file)),
});

/** A file for a supporter who was asked and not let go, by the link of its letter. */
export const readAskedFile = query({
  name: "enquiry.file",
  ...onEnquiry,
  target: ofEnquiry.extend({ file: rowId() }),
  hides: true,
  async run(permit, { area, id, enquiry, file }) {
    const request = await findRequest(permit, area, id);
    const one = (await selectEnquiries(permit, area, id)).find((each) => each.id === enquiry);
    return request && one && !isLetGo(one.state) ? download(permit, request, file) : notFound("file");
  },
});

/** A file for whoever may read the request; also for the area to which it was passed. */
export const readFileFor = query({
  ...onOwnRequest,
  name: "request.file",
  target: ofFile,
  subject: (find, { area, id }) => findSubject(find, area, id, { passed: true, letGo: false }),
  async run(permit, { id, file }) {
    await reachAlso(permit, permit.subject.area, id);
    const request = await findRequest(permit, permit.subject.area, id);
    return request ? download(permit, request, file) : notFound("file");
  },
});

async function download(
  permit: SupportPermit,
  { areaId: area, id: requestId }: SupportRequest,
  id: string,
): Promise<Result<Download>> {
  const held = await selectAttached(permit, area, requestId);
  return held.some((one) => one.id === id) ? openFile(permit, area, id) : notFound("file");
}
