import { type RowAccess, tables } from "#platform/db/rows.ts";
import { ERASED, type KeyHolder } from "#platform/sealing/data-keys.ts";
import type { OwnKey } from "#platform/sealing/own-key.ts";
import { open, seal } from "#platform/sealing/seal.ts";
import type { HealthPermit } from "../access.ts";
import type { Part } from "../model/entry.schema.ts";

export const holderOfFile = (id: string): KeyHolder => ({ kind: "person", id });
const WORD = "health_file.by_word";
const CODE = "health_file.by_code";

export const findFile = (permit: HealthPermit, person: string) =>
  tables(permit)
    .selectFrom("sensitive.healthFile")
    .selectAll()
    .where("personId", "=", person)
    .executeTakeFirst();
export type FileRow = NonNullable<Awaited<ReturnType<typeof findFile>>>;

export const lockFile = (permit: HealthPermit, person: string) =>
  tables(permit)
    .selectFrom("sensitive.healthFile")
    .selectAll()
    .where("personId", "=", person)
    .forUpdate()
    .executeTakeFirst();

/** What opens the key, by word or code; undefined where the file was erased. */
export async function lockedKeyOf(permit: RowAccess, file: FileRow, by: "word" | "code") {
  const opened = await open(
    permit,
    holderOfFile(file.id),
    by === "word" ? WORD : CODE,
    file.id,
    by === "word" ? file.byWord : file.byCode,
  );
  return opened === ERASED ? undefined : opened;
}

export async function insertFile(
  permit: HealthPermit,
  { id, person, word, code }: Readonly<{ id: string; person: string; word: string; code: string }>,
): Promise<void> {
  const now = permit.clock.now();
  const holder = holderOfFile(id);
  await tables(permit)
    .insertInto("sensitive.healthFile")
    .values({
      ...{ id, personId: person, madeAt: now, changedAt: now },
      byWord: await seal(permit, holder, WORD, id, word),
      byCode: await seal(permit, holder, CODE, id, code),
    })
    .execute();
}

export async function updateLocks(
  permit: HealthPermit,
  id: string,
  { word, code }: Readonly<{ word: string; code: string }>,
): Promise<void> {
  const holder = holderOfFile(id);
  await tables(permit)
    .updateTable("sensitive.healthFile")
    .set({
      byWord: await seal(permit, holder, WORD, id, word),
      byCode: await seal(permit, holder, CODE, id, code),
      ...{ tries: 0, triedAt: null, changedAt: permit.clock.now() },
    })
    .where("id", "=", id)
    .execute();
}

export const updateTries = (permit: HealthPermit, id: string, tries: number) =>
  tables(permit)
    .updateTable("sensitive.healthFile")
    .set({ tries, triedAt: permit.clock.now() })
    .where("id", "=", id)
    .execute();

export const deleteFile = (permit: HealthPermit, id: string) =>
  tables(permit).deleteFrom("sensitive.healthFile").where("id", "=", id).execute();

const CONTENT = "health_entry.content";

/** The entries of one part, opened with the file's key. */
export async function selectEntries(permit: HealthPermit, key: OwnKey, part: Part) {
  const rows = await tables(permit)
    .selectFrom("sensitive.healthEntry")
    .select(["id", "content"])
    .where("fileId", "=", key.id)
    .where("part", "=", part)
    .execute();
  return rows.map(({ id, content }) => ({ id, content: JSON.parse(key.open(CONTENT, id, content)) }));
}

export async function upsertEntry(
  permit: HealthPermit,
  key: OwnKey,
  { id, person, part, content }: Readonly<{ id: string; person: string; part: Part; content: object }>,
): Promise<void> {
  const now = permit.clock.now();
  const sealed = key.seal(CONTENT, id, JSON.stringify(content));
  await tables(permit)
    .insertInto("sensitive.healthEntry")
    .values({ id, fileId: key.id, personId: person, part, content: sealed, changedAt: now })
    .onConflict((row) =>
      row
        .column("id")
        .doUpdateSet({ content: sealed, changedAt: now })
        .where("sensitive.healthEntry.fileId", "=", key.id),
    )
    .execute();
}

export const deleteEntry = (permit: HealthPermit, file: string, id: string) =>
  tables(permit)
    .deleteFrom("sensitive.healthEntry")
    .where("fileId", "=", file)
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
