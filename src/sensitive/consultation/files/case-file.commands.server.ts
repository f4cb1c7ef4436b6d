import { z } from "zod";
import { chosenFile } from "#foundation/attachments/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { getConsent, listConsents } from "#foundation/consent/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import { optionalId } from "#platform/kernel/form-fields.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { policy } from "../access.ts";
import { by } from "../cases/case.commands.server.ts";
import { findCase, insertCaseEvent, lockCase } from "../cases/case.store.server.ts";
import { writableCase } from "../cases/writable-case.usecases.server.ts";
import { noteCaseLooks } from "../targets/look.usecases.server.ts";
import { ofCase } from "../targets/target.usecases.server.ts";
import { MEDIA_TYPES, MOST_FILES } from "./case-file.schema.ts";
import { deleteCaseFile, findCaseFile, insertCaseFile, selectCaseFiles } from "./case-file.store.server.ts";
import { soundFile } from "./file-look.usecases.server.ts";

/** Keeps a paper with a case: the signed copy of one of its consents, or another. */
export const addCaseFile = command({
  name: "case-file.add",
  takesFiles: true,
  ...ofCase(),
  input: z.object({ file: chosenFile, consent: optionalId() }),
  once: true,
  async run(permit, { case: id, file, consent }) {
    // The scanner may take seconds; nobody waits for the case meanwhile.
    const sound = await soundFile(file);
    if (!sound.ok) return sound;
    const held = await writableCase(permit, id);
    if (!held.ok) return held;
    const row = held.value;
    if (consent && (await getConsent(permit, consent))?.personId !== row.personId)
      return invalid({ consent: ["この相談の同意を選択してください。"] });
    if ((await selectCaseFiles(permit, row)).length >= MOST_FILES)
      return invalid({ file: [`1件の相談に登録できる資料は${MOST_FILES}件までです。`] });
    const made = { ...sound.value, consentId: consent, madeBy: by(permit) };
    const added = await insertCaseFile(permit, row, made);
    await insertCaseEvent(permit, row, "file-added", { by: by(permit) });
    return ok({ id: added });
  },
});

/** Takes out a paper that came to the wrong case; that one was there stays in what became of the case. */
export const removeCaseFile = command({
  name: "case-file.remove",
  ...ofCase({ file: rowId() }),
  async run(permit, { case: id, file }) {
    const row = await lockCase(permit, id);
    if (!row) return notFound("case");
    const { numDeletedRows } = await deleteCaseFile(permit, row, file);
    if (numDeletedRows === 0n) return notFound("case-file");
    await insertCaseEvent(permit, row, "file-removed", { by: by(permit) });
    return ok(undefined);
  },
});

/** The papers of a case by name, and which consent each of them shows. */
export const listCaseFiles = query({
  name: "case-file.list",
  ...ofCase(),
  async run(permit, { case: id }) {
    const row = await findCase(permit, id);
    if (!row) return notFound("case");
    const consents = await listConsents(permit, [row.personId]);
    const files = await selectCaseFiles(permit, row);
    const names = await namesOfUsers(
      permit,
      files.map(({ madeBy }) => madeBy),
    );
    await noteCaseLooks(permit, [row], { what: "資料の一覧" });
    return ok({
      ...{ id, number: row.number, open: row.state === "open" },
      mayRemove: policy.may(permit.actor, "case-file.remove", permit.subject) !== undefined,
      consents: consents.map((one) => ({ id: one.id, receiver: one.receiver, heardOn: one.fromDay })),
      files: files.map((one) => ({
        ...{ id: one.id, name: one.name, bytes: one.bytes, by: names.get(one.madeBy) ?? "" },
        addedOn: plainDateIn(one.madeAt, "Asia/Tokyo"),
        consent: consents.find((each) => each.id === one.consentId)?.receiver ?? null,
      })),
    });
  },
  shows: ({ id }) => [`case:${id}`],
});

/** A paper with its content. It is saved under the number of the case: a list of downloads names nobody. */
export const readCaseFile = query({
  name: "case-file.read",
  ...ofCase({ file: rowId() }),
  async run(permit, { case: id, file }) {
    const row = await findCase(permit, id);
    const found = row && (await findCaseFile(permit, row, file));
    if (!found) return notFound("case-file");
    await noteCaseLooks(permit, [row], { what: "資料" });
    const { ending, content } = found;
    return ok({ name: `相談${row.number}_資料.${ending}`, mediaType: MEDIA_TYPES[ending], content });
  },
  shows: (_file, target) => [`case:${target.case}`],
});
