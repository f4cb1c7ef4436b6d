import type { BundleKeys, Card, PublicKeys } from "#platform/bundles/bundle-keys.ts";
import { tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { open, seal } from "#platform/sealing/seal.ts";
import type { ExchangePermit } from "./access.ts";
import type { LedgerEntry } from "./ledger.rules.ts";

const HOUSE = { kind: "house", id: "exchange" } as const;
const COLUMN = "exchange_installation.keys";
const ROW = "own";

/** Writes the keys of this installation, over those that it had. */
export async function upsertInstallation(
  permit: ExchangePermit,
  { name, side, verifying, recipient }: Omit<Card, "format">,
  keys: BundleKeys,
): Promise<void> {
  const sealed = await seal(permit, HOUSE, COLUMN, ROW, JSON.stringify(keys));
  const row = { name, side, verifying, recipient, keys: sealed as never, madeAt: permit.clock.now() };
  await tables(permit)
    .insertInto("exchangeInstallation")
    .values({ sole: true, ...row })
    .onConflict((conflict) => conflict.column("sole").doUpdateSet(row))
    .execute();
}

export const findInstallation = (permit: ExchangePermit) =>
  tables(permit)
    .selectFrom("exchangeInstallation")
    .select(["name", "side", "verifying", "recipient", "madeAt"])
    .executeTakeFirst();

export async function findKeys(permit: ExchangePermit): Promise<BundleKeys | undefined> {
  const row = await tables(permit).selectFrom("exchangeInstallation").select("keys").executeTakeFirst();
  if (!row) return undefined;
  const opened = await open(permit, HOUSE, COLUMN, ROW, row.keys);
  return opened === ERASED ? undefined : JSON.parse(opened);
}

export const insertPartner = async (
  permit: ExchangePermit,
  { name, side, verifying, recipient, fingerprint }: Omit<Card, "format"> & { fingerprint: string },
) =>
  tables(permit)
    .insertInto("exchangePartner")
    .values({
      id: newId(),
      ...{ name, side, verifying, recipient, fingerprint },
      addedAt: permit.clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();

/** The partners that stand; those that ended are asked for by their id alone. */
export const selectPartners = (permit: ExchangePermit) =>
  tables(permit)
    .selectFrom("exchangePartner")
    .selectAll()
    .where("endedAt", "is", null)
    .orderBy("addedAt")
    .execute();

/** Held, so that no two bundles take one number. */
export const lockPartner = (permit: ExchangePermit, id: string) =>
  tables(permit)
    .selectFrom("exchangePartner")
    .selectAll()
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();

export const endPartner = (permit: ExchangePermit, id: string) =>
  tables(permit)
    .updateTable("exchangePartner")
    .set({ endedAt: permit.clock.now() })
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .executeTakeFirst();

const LEDGER = ["outgoing", "id", "number", "state", "madeAt", "takenAt"] as const;

export const selectLedger = async (permit: ExchangePermit, partner: string): Promise<LedgerEntry[]> =>
  tables(permit).selectFrom("exchangeBundle").select(LEDGER).where("partnerId", "=", partner).execute();

const MOST_SHOWN = 200;

/** The newest of every partner, without what is in them. */
export const selectBundles = (permit: ExchangePermit) =>
  tables(permit)
    .selectFrom("exchangeBundle")
    .select([...LEDGER, "partnerId", "counts", (row) => row("content", "is not", null).as("kept")])
    .orderBy("madeAt", "desc")
    .orderBy("number", "desc")
    .limit(MOST_SHOWN)
    .execute();

export const findOutgoing = (permit: ExchangePermit, id: string) =>
  tables(permit)
    .selectFrom("exchangeBundle")
    .select(["number", "list", "content", "madeAt"])
    .where("id", "=", id)
    .where("outgoing", "=", true)
    .executeTakeFirst();

export const insertBundle = (
  permit: ExchangePermit,
  {
    counts,
    content,
    ...entry
  }: LedgerEntry & { partnerId: string; counts: object; list: string; content: Uint8Array | null },
) =>
  tables(permit)
    .insertInto("exchangeBundle")
    .values({
      ...entry,
      counts: JSON.stringify(counts),
      content: content && (Buffer.from(content) as never),
    })
    .execute();

/** Only what the receiver acknowledged is delivered; its content is not needed any more. */
export const deliver = (permit: ExchangePermit, partnerId: string, id: string, takenAt: Date) =>
  tables(permit)
    .updateTable("exchangeBundle")
    .set({ state: "delivered", takenAt, content: null })
    .where("partnerId", "=", partnerId)
    .where("outgoing", "=", true)
    .where("id", "=", id)
    .where("state", "=", "made")
    .executeTakeFirst();

export const noteHeard = (permit: ExchangePermit, id: string, heardNumber: number) =>
  tables(permit)
    .updateTable("exchangePartner")
    .set({ heardNumber })
    .where("id", "=", id)
    .where("heardNumber", "<", heardNumber)
    .executeTakeFirst();

export const insertRefusal = (
  permit: ExchangePermit,
  refusal: { flaw: string; file: string | null; sha256: string },
) =>
  tables(permit)
    .insertInto("exchangeRefusal")
    .values({ id: newId(), at: permit.clock.now(), ...refusal })
    .execute();

const MOST_REFUSALS = 20;
export const selectRefusals = (permit: ExchangePermit) =>
  tables(permit)
    .selectFrom("exchangeRefusal")
    .selectAll()
    .orderBy("at", "desc")
    .limit(MOST_REFUSALS)
    .execute();

export type Partner = Awaited<ReturnType<typeof selectPartners>>[number] & PublicKeys;
