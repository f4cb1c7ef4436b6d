import { scopeOf } from "#foundation/actors/public.ts";
import { deleteFile, readFileContent } from "#platform/files/attachments.ts";
import { keepFile } from "#platform/files/form-files.ts";
import type { SentFile } from "#platform/files/upload.ts";
import type { SupportPermit } from "../access.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { insertAttached, markRemoved, selectAttached } from "./request-file.store.server.ts";

/** Keeps files that were looked through with a request, in the transaction of who brings them. */
export async function keepFiles(
  permit: SupportPermit,
  request: Pick<SupportRequest, "areaId" | "id" | "email">,
  files: readonly Pick<SentFile, "name" | "content">[],
  byWorkplace: boolean,
): Promise<void> {
  const addedAt = permit.clock.now();
  const by = scopeOf(permit.actor).actor;
  for (const file of files) {
    const stored = await keepFile(
      permit,
      request.areaId,
      by,
      addedAt,
      file,
      byWorkplace ? request.email : undefined,
    );
    await insertAttached(permit, request.areaId, request.id, { ...stored, addedAt, byWorkplace }, by);
  }
}

/** Forgets the content of every file of a request: one that was taken back or came to nothing needs none. */
export async function dropFiles(permit: SupportPermit, { areaId, id }: SupportRequest): Promise<void> {
  for (const file of await selectAttached(permit, areaId, id)) {
    await deleteFile(permit, areaId, file.id);
    await markRemoved(permit, areaId, file.id);
  }
}

/** Moves the files to the request that it became in another area, which keeps them from then on. */
export async function moveFiles(
  permit: SupportPermit,
  from: SupportRequest,
  to: SupportRequest,
): Promise<void> {
  for (const { id, name, byWorkplace, state } of await selectAttached(permit, from.areaId, from.id)) {
    // Its content is deleted; of what waits, the scanner looks at the copy.
    if (state === "infected") continue;
    const content = new Blob([new Uint8Array(await readFileContent(permit, from.areaId, id))]);
    await keepFiles(permit, to, [{ name, content }], byWorkplace);
  }
  await dropFiles(permit, from);
}
