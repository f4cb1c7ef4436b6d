import { command, query } from "#foundation/authority/public.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import type { OwnKey } from "#platform/sealing/own-key.ts";
import type { HealthPermit } from "../access.ts";
import { deleteEntry, selectEntries, upsertEntry } from "../file/file.store.server.ts";
import { ofEntry, ofOpenFile, openFile } from "../file/target.usecases.server.ts";
import { type Checkup, CheckupContent } from "../model/entry.schema.ts";
import { DAY_ERRORS } from "./checkup.messages.ts";
import { newestFirst } from "./checkup.rules.ts";
import { CheckupForm } from "./checkup-form.schema.ts";
import { joined } from "./same-checkup.rules.ts";

/** So many checkups a file holds: far more than a life has. */
const MOST = 300;

export async function checkupsOf(permit: HealthPermit, key: OwnKey): Promise<Checkup[]> {
  const entries = await selectEntries(permit, key, "checkup");
  return newestFirst(entries.map(({ id, content }) => ({ id, ...CheckupContent.parse(content) })));
}

/** All checkups of the file, the newest first. */
export const readFile = query({
  name: "health-file.read",
  ...ofOpenFile(),
  async run(permit, { person, key }) {
    const file = await openFile(permit, { person, key });
    return file.ok ? ok({ checkups: await checkupsOf(permit, key) }) : file;
  },
});

/**
 * Keeps one checkup, new or changed. Where it came from stays with it; a new one that is there already from another source
 * joins that one.
 */
export const saveCheckup = command({
  name: "health-checkup.save",
  ...ofEntry(),
  input: CheckupForm,
  once: true,
  async run(permit, { person, key, entry, ...typed }) {
    const file = await openFile(permit, { person, key }, { lock: true });
    if (!file.ok) return file;
    if (typed.day > permit.clock.today()) return invalid({ day: [DAY_ERRORS.future] });
    const checkups = await checkupsOf(permit, key);
    const before = checkups.find(({ id }) => id === entry);
    if (!before && checkups.length >= MOST) return conflict(`健診の記録は${MOST}件までです。`);
    const sources = [...new Set([...(before?.sources ?? []), ...typed.sources])];
    const next = before ? { ...typed, sources } : joined(checkups, typed);
    if (next) {
      const { id, ...content } = { id: entry as string, ...next };
      await upsertEntry(permit, key, { id, person, part: "checkup", content });
    }
    return ok({ entry: entry as string });
  },
});

export const deleteCheckup = command({
  name: "health-checkup.delete",
  ...ofEntry(),
  async run(permit, { person, key, entry }) {
    const file = await openFile(permit, { person, key });
    if (!file.ok) return file;
    return (await deleteEntry(permit, key.id, entry)) ? ok(undefined) : notFound("health-checkup");
  },
});
