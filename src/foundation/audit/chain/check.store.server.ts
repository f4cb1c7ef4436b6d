import type { Permit } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { AuditAction } from "../access.ts";

type AuditPermit = Permit<AuditAction>;
const KEPT = 400;

export async function insertCheck(
  permit: AuditPermit,
  check: Readonly<{ entries: number; findings: number; kinds: string[] }>,
): Promise<void> {
  const { area } = permit.subject;
  await tables(permit)
    .insertInto("auditCheck")
    .values({ areaId: area, id: newId(), at: permit.clock.now(), ...check })
    .execute();
  const oldest = await tables(permit)
    .selectFrom("auditCheck")
    .select("at")
    .where("areaId", "=", area)
    .orderBy("at", "desc")
    .offset(KEPT)
    .limit(1)
    .executeTakeFirst();
  if (oldest)
    await tables(permit)
      .deleteFrom("auditCheck")
      .where("areaId", "=", area)
      .where("at", "<=", oldest.at)
      .execute();
}

export const findLastCheck = (permit: AuditPermit) =>
  tables(permit)
    .selectFrom("auditCheck")
    .select(["at", "findings"])
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();

/** Whether an entry is bound under the key of the house. */
export const isAnythingBound = async (permit: AuditPermit): Promise<boolean> =>
  (await tables(permit)
    .selectFrom("auditChain")
    .select("seq")
    .where("version", "=", 2)
    .limit(1)
    .executeTakeFirst()) !== undefined;
