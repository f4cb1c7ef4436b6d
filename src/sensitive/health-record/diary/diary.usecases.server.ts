import { command, query } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import type { OwnKey } from "#platform/sealing/own-key.ts";
import type { HealthPermit } from "../access.ts";
import { deleteEntry, selectEntries, upsertEntry } from "../file/file.store.server.ts";
import { ofEntry, ofOpenFile, openFile } from "../file/target.usecases.server.ts";
import { DiaryContent, type DiaryDay } from "../model/entry.schema.ts";
import { DiaryForm } from "./diary-form.schema.ts";

/** More than ten years of days. */
const MOST = 4000;

export async function diaryOf(permit: HealthPermit, key: OwnKey): Promise<DiaryDay[]> {
  const entries = await selectEntries(permit, key, "diary");
  return entries
    .map(({ id, content }) => ({ id, ...DiaryContent.parse(content) }))
    .sort((a, b) => b.day.localeCompare(a.day));
}

/** The days of the diary, the newest first. */
export const listDiary = query({
  name: "health-diary.list",
  ...ofOpenFile(),
  async run(permit, { person, key }) {
    const file = await openFile(permit, { person, key });
    return file.ok ? ok(await diaryOf(permit, key)) : file;
  },
});

/** Keeps a day; what the same day held before gives way. */
export const saveDiary = command({
  name: "health-diary.save",
  ...ofOpenFile(),
  input: DiaryForm,
  async run(permit, { person, key, ...content }) {
    const file = await openFile(permit, { person, key }, { lock: true });
    if (!file.ok) return file;
    const days = await diaryOf(permit, key);
    const same = days.find(({ day }) => day === content.day);
    if (!same && days.length >= MOST) return conflict(`日々の記録は${MOST}日分までです。`);
    await upsertEntry(permit, key, { id: same?.id ?? newId(), person, part: "diary", content });
    return ok(undefined);
  },
});

export const deleteDiary = command({
  name: "health-diary.delete",
  ...ofEntry(),
  async run(permit, { person, key, entry }) {
    const file = await openFile(permit, { person, key });
    if (!file.ok) return file;
    return (await deleteEntry(permit, key.id, entry)) ? ok(undefined) : notFound("health-diary");
  },
});
