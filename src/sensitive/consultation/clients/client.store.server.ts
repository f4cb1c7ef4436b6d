import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { sealOf, sealsOf, searchHashes } from "#platform/sealing/seal.ts";
import type { ConsultationPermit } from "../access.ts";
import type { ClientRow, Identity } from "../model/case.schema.ts";
import { HASH_COLUMNS, type HashColumn, type Hashes, searchedValues } from "./identity.rules.ts";

const IDENTITY = "sensitive.client.identity" as const;
const COLUMN_OF = (column: HashColumn) => `sensitive.client.${column}` as const;
const NAMELESS: Identity = {
  name: "",
  kana: "",
  birthDate: "",
  phone: "",
  address: "",
  town: "",
  reaching: "",
  atWork: false,
};

async function hashesOf(permit: ConsultationPermit, identity: Identity): Promise<Hashes> {
  const hash = await searchHashes(permit);
  const values = searchedValues(identity);
  return Object.fromEntries(
    HASH_COLUMNS.map((column) => [column, values[column] ? hash(COLUMN_OF(column), values[column]) : null]),
  ) as Hashes;
}

export async function insertClient(
  permit: ConsultationPermit,
  id: string,
  organisation: OrganisationId,
  identity: Identity,
): Promise<void> {
  const at = permit.clock.now();
  const { seal } = await sealOf(permit, { kind: "person", id });
  await tables(permit)
    .insertInto("sensitive.client")
    .values({
      id,
      organisationId: organisation,
      identity: seal(IDENTITY, id, JSON.stringify(identity)),
      ...(await hashesOf(permit, identity)),
      madeAt: at,
      changedAt: at,
    })
    .execute();
}

export async function updateIdentity(
  permit: ConsultationPermit,
  id: string,
  identity: Identity,
): Promise<void> {
  const { seal } = await sealOf(permit, { kind: "person", id });
  await tables(permit)
    .updateTable("sensitive.client")
    .set((row) => ({ version: row("version", "+", 1) }))
    .set({
      identity: seal(IDENTITY, id, JSON.stringify(identity)),
      ...(await hashesOf(permit, identity)),
      changedAt: permit.clock.now(),
    })
    .where("id", "=", id)
    .execute();
}

/** Clients of these ids with who they are; whose key was destroyed has no name any more. */
export async function selectClients(
  permit: ConsultationPermit,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClientRow & { known: Identity }>> {
  const rows = await tables(permit)
    .selectFrom("sensitive.client")
    .selectAll()
    .where("id", "=", anyOf([...new Set(ids)]))
    .execute();
  const seals = await sealsOf(
    permit,
    rows.map(({ id }) => ({ kind: "person", id })),
  );
  return new Map(
    rows.map((row) => {
      const text = seals({ kind: "person", id: row.id }).open(IDENTITY, row.id, row.identity);
      return [row.id, { ...row, known: text === ERASED ? NAMELESS : (JSON.parse(text) as Identity) }];
    }),
  );
}

export const lockClient = (permit: ConsultationPermit, id: string): Promise<ClientRow | undefined> =>
  tables(permit)
    .selectFrom("sensitive.client")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

/** The clients of an office with just this name, reading, day of birth or telephone; opens none of the others. */
export async function findClientsBy(
  permit: ConsultationPermit,
  organisation: OrganisationId,
  typed: Readonly<Partial<Record<"name" | "kana" | "birthDate" | "phone", string>>>,
): Promise<string[]> {
  const hash = await searchHashes(permit);
  const values = searchedValues({ ...NAMELESS, ...typed });
  const asked = HASH_COLUMNS.filter((column) => column !== "givenHash" && values[column]);
  if (asked.length === 0) return [];
  let query = tables(permit)
    .selectFrom("sensitive.client")
    .select("id")
    .where("organisationId", "=", organisation);
  for (const column of asked) query = query.where(column, "=", hash(COLUMN_OF(column), values[column]));
  return (await query.orderBy("id").limit(50).execute()).map(({ id }) => id);
}

/** Others of the same office that share a day of birth or a telephone, without those that somebody judged already. */
export async function selectSimilar(permit: ConsultationPermit, client: ClientRow): Promise<ClientRow[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.client")
    .selectAll()
    .where("organisationId", "=", client.organisationId)
    .where("id", "!=", client.id)
    .where("mergedInto", "is", null)
    .where((row) =>
      row.or([row("birthHash", "=", client.birthHash), row("phoneHash", "=", client.phoneHash)]),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("sensitive.clientJudgement as judged")
            .select("judged.at")
            .where((inner) =>
              inner.or([
                inner.and([
                  inner("judged.one", "=", client.id),
                  inner("judged.other", "=", inner.ref("sensitive.client.id")),
                ]),
                inner.and([
                  inner("judged.other", "=", client.id),
                  inner("judged.one", "=", inner.ref("sensitive.client.id")),
                ]),
              ]),
            ),
        ),
      ),
    )
    .limit(20)
    .execute();
  return rows;
}

export async function upsertJudgement(
  permit: ConsultationPermit,
  organisation: OrganisationId,
  pair: readonly [string, string],
  same: boolean,
  by: string,
): Promise<void> {
  const [one, other] = [...pair].sort() as [string, string];
  const judged = { same, by, at: permit.clock.now() };
  await tables(permit)
    .insertInto("sensitive.clientJudgement")
    .values({ organisationId: organisation, one, other, ...judged })
    .onConflict((row) => row.columns(["one", "other"]).doUpdateSet(judged))
    .execute();
}

/** The clients that were found to be the same person as this one. */
export const selectMergedInto = (permit: ConsultationPermit, id: string): Promise<ClientRow[]> =>
  tables(permit).selectFrom("sensitive.client").selectAll().where("mergedInto", "=", id).execute();

/** The client into whom another was merged; null parts them again. */
export const updateMerged = (permit: ConsultationPermit, id: string, into: string | null) =>
  tables(permit)
    .updateTable("sensitive.client")
    .set({ mergedInto: into, changedAt: permit.clock.now() })
    .where("id", "=", id)
    .execute();
