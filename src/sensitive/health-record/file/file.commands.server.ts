import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { text } from "#platform/kernel/form-fields.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { destroyKey } from "#platform/sealing/data-keys.ts";
import { OwnKey, unlockKey } from "#platform/sealing/own-key.ts";
import { codeSecret, isClosed, isCode, MOST_TRIES, newCode, wordSecret } from "./file.rules.ts";
import {
  deleteFile,
  findFile,
  holderOfFile,
  insertFile,
  lockedKeyOf,
  lockFile,
  updateLocks,
  updateTries,
} from "./file.store.server.ts";
import { ofOpenFile, ofOwner, openFile } from "./target.usecases.server.ts";

const word = text("合言葉", { most: 100 }).refine(
  (one) => [...wordSecret(one).text].length >= 8,
  "合言葉は8文字以上にしてください。",
);

/** Whether there is a file. */
export const findOwnFile = query({
  name: "health-file.find",
  ...ofOwner(),
  async run(permit, { person }) {
    const file = await findFile(permit, person);
    return ok({ file: file?.id });
  },
});

/** Makes the file. Its key is kept under the word and under a code, which is shown once. */
export const beginFile = command({
  name: "health-file.begin",
  ...ofOwner(),
  input: z.object({ word }),
  async run(permit, { person, word }) {
    if (await findFile(permit, person)) return conflict("健康ファイルはすでにあります。");
    const id = newId() as string;
    const key = new OwnKey(id);
    const code = newCode();
    const locks = { word: await key.lock(wordSecret(word)), code: await key.lock(codeSecret(code)) };
    await insertFile(permit, { id, person, ...locks });
    return ok({ key, code });
  },
});

/** Opens the file by the word or the printed code. Wrong ones are counted, and close it for a while. */
export const unlockFile = command({
  name: "health-file.unlock",
  ...ofOwner(),
  input: z.object({ word: text("合言葉", { most: 100 }) }),
  async run(permit, { person, word: typed }) {
    const file = await lockFile(permit, person);
    if (!file) return conflict("健康ファイルはまだありません。");
    if (isClosed(file.tries, file.triedAt, permit.clock.now())) return ok({ left: 0, key: undefined });
    const byCode = isCode(typed);
    const locked = await lockedKeyOf(permit, file, byCode ? "code" : "word");
    if (locked === undefined) return notFound("health-file");
    const key = await unlockKey(file.id, locked, byCode ? codeSecret(typed) : wordSecret(typed));
    const tries = key ? 0 : (file.tries >= MOST_TRIES ? 0 : file.tries) + 1;
    await updateTries(permit, file.id, tries);
    return ok({ left: MOST_TRIES - tries, key });
  },
});

/** Closes the file in this browser: the page takes the key back, nothing else changes. */
export const closeFile = command({
  name: "health-file.close",
  ...ofOwner(),
  run: async () => ok(undefined),
});

/** A new word and a new code; the old ones open nothing any more. */
export const changeWord = command({
  name: "health-file.change-word",
  ...ofOpenFile(),
  fresh: true,
  input: z.object({ word }),
  async run(permit, { person, key, word }) {
    const file = await openFile(permit, { person, key }, { lock: true });
    if (!file.ok) return file;
    const code = newCode();
    await updateLocks(permit, key.id, {
      word: await key.lock(wordSecret(word)),
      code: await key.lock(codeSecret(code)),
    });
    return ok({ code });
  },
});

/** Deletes the file at once and for good: its key is gone here and in each copy that is restored later. */
export const deleteOwnFile = command({
  name: "health-file.delete",
  ...ofOwner(),
  fresh: true,
  async run(permit, { person }) {
    const file = await lockFile(permit, person);
    if (!file) return notFound("health-file");
    await destroyKey(permit, holderOfFile(file.id));
    await deleteFile(permit, file.id);
    return ok(undefined);
  },
});
