import { tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import type { OwnKey } from "#platform/sealing/own-key.ts";
import { open, seal } from "#platform/sealing/seal.ts";
import type { HealthPermit } from "../access.ts";
import { holderOfFile } from "../file/file.store.server.ts";

const LINK = "health_share.by_link";
const WHOM = "health_share.whom";

export async function insertShare(
  permit: HealthPermit,
  key: OwnKey,
  share: Readonly<{
    id: string;
    person: string;
    locked: string;
    parts: readonly string[];
    whom: string;
    expiresAt: Date;
  }>,
): Promise<void> {
  const { id, person, locked, parts, whom, expiresAt } = share;
  await tables(permit)
    .insertInto("sensitive.healthShare")
    .values({
      ...{ id, fileId: key.id, personId: person, parts: [...parts], expiresAt },
      byLink: await seal(permit, holderOfFile(key.id), LINK, id, locked),
      whom: key.seal(WHOM, id, whom),
      madeAt: permit.clock.now(),
    })
    .execute();
}

/** The shares of a file, the newest first, each with when it was opened. */
export async function selectShares(permit: HealthPermit, key: OwnKey) {
  const rows = await tables(permit)
    .selectFrom("sensitive.healthShare")
    .select(["id", "parts", "whom", "madeAt", "expiresAt", "endedAt"])
    .where("fileId", "=", key.id)
    .orderBy("madeAt", "desc")
    .execute();
  const looks = await tables(permit)
    .selectFrom("sensitive.healthShareLook")
    .select(["shareId", "at"])
    .where("fileId", "=", key.id)
    .orderBy("at", "desc")
    .execute();
  return rows.map(({ whom, ...one }) => ({
    ...one,
    whom: key.open(WHOM, one.id, whom),
    looks: looks.filter(({ shareId }) => shareId === one.id).map(({ at }) => at),
  }));
}

/** Ends a share at once: the key of its link is gone. */
export const endShareRow = (permit: HealthPermit, file: string, id: string) =>
  tables(permit)
    .updateTable("sensitive.healthShare")
    .set({ byLink: null, endedAt: permit.clock.now() })
    .where("fileId", "=", file)
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .returning("id")
    .executeTakeFirst();

/** What opens the file for the bearer of a share's link; undefined where it is over. */
export async function findShare(permit: HealthPermit, { file, id }: Readonly<{ file: string; id: string }>) {
  const row = await tables(permit)
    .selectFrom("sensitive.healthShare")
    .select(["byLink", "parts", "expiresAt"])
    .where("fileId", "=", file)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row?.byLink || row.expiresAt <= permit.clock.now()) return undefined;
  const locked = await open(permit, holderOfFile(file), LINK, id, row.byLink);
  return locked === ERASED ? undefined : { locked, parts: row.parts, expiresAt: row.expiresAt };
}

export const insertLook = (permit: HealthPermit, { file, id }: Readonly<{ file: string; id: string }>) =>
  tables(permit)
    .insertInto("sensitive.healthShareLook")
    .values({ id: newId(), shareId: id, fileId: file, at: permit.clock.now() })
    .execute();
