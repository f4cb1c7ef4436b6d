import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Database } from "#platform/db/database.ts";
import { withRows } from "#platform/db/rows.ts";
import { nameOf, wrap } from "#platform/sealing/data-keys.ts";
import { keyring } from "#platform/sealing/keyring.ts";
import { searchHashes } from "#platform/sealing/seal.ts";
import { enclose } from "#platform/sealing/sealed.ts";
import { HASH_COLUMNS, searchedValues } from "../src/sensitive/consultation/clients/identity.rules.ts";

export type Filled = Readonly<{
  cases: number;
  contacts: number;
  /** Offices among which the cases are spread; the first is measured. */
  offices: readonly string[];
  area: string;
  workers: readonly string[];
}>;

const CONTACTS = 10;
const AT_ONCE = 2_000;
const id = (kind: number, n: number) =>
  `${kind.toString(16).padStart(8, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
export const caseId = (n: number): string => id(2, n);

/** Who comes to the bench: nobody who lives. */
export const personOf = (n: number) => ({
  name: `見本${n}　試${n % 5000}`,
  kana: `みほん${n}　ためし${n % 5000}`,
  birthDate: `${1950 + (n % 50)}-${String(1 + (n % 12)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`,
  phone: `0855-${String(n).padStart(6, "0")}`,
  address: "",
  town: "浜田市",
  reaching: "夕方に携帯へ",
  atWork: false,
});

const NOTE = "眠れない日が続いている。来週もう一度話す。家族には伝えてよいとのこと。".repeat(4);
const DAYS = ["2026-11-20", "2026-11-22", "2026-12-05", null];

/** Sealed as the stores seal, each person by a key of their own, and sent by COPY as who owns the database. */
export async function fillConsultation(
  database: Database,
  superuser: pg.ClientConfig,
  { cases, offices, area, workers }: Omit<Filled, "contacts">,
): Promise<Filled> {
  const hash = await withRows(database, { actor: "<bench>", areas: [] }, searchHashes);
  const client = new pg.Client(superuser);
  await client.connect();
  const copy = async (
    into: string,
    rows: readonly (readonly (string | number | boolean | Buffer | null)[])[],
  ) => {
    const lines = rows.map((row) => `${row.map(inCopy).join("\t")}\n`);
    await pipeline(Readable.from(lines), client.query(copyFrom(`copy ${into} from stdin`)));
  };
  await client.query("set session_replication_role = replica");
  const master = keyring().current();
  const numbers = new Map<string, number>();
  for (let first = 0; first < cases; first += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, cases - first) }, (_, at) => first + at);
    const keys: Parameters<typeof copy>[1][number][] = [];
    const clients: Parameters<typeof copy>[1][number][] = [];
    const rows: Parameters<typeof copy>[1][number][] = [];
    const contacts: Parameters<typeof copy>[1][number][] = [];
    for (const n of some) {
      const holder = { kind: "person", id: id(1, n) } as const;
      const key = randomBytes(32);
      const sealed = (column: string, row: string, text: string) =>
        enclose(key, { holder: nameOf(holder), column, row }, Buffer.from(text, "utf8"));
      const office = offices[n % offices.length]!;
      const known = personOf(n);
      const hashes = searchedValues(known);
      keys.push([holder.kind, holder.id, wrap(master, holder, key), master.id]);
      clients.push([
        ...[holder.id, office, sealed("sensitive.client.identity", holder.id, JSON.stringify(known))],
        ...HASH_COLUMNS.map((column) => hash(`sensitive.client.${column}`, hashes[column])),
        ...["2026-04-01", "2026-04-01"],
      ]);
      const number = (numbers.get(office) ?? 0) + 1;
      numbers.set(office, number);
      const open = number % 10 === 0;
      const told = JSON.stringify({ told: NOTE, tried: "", wish: "", steps: [] });
      rows.push([
        ...[caseId(n), office, area, `2026-${String(number).padStart(6, "0")}`, holder.id, holder.id],
        ...["worker", "self", "visit", n % 2 === 0, "{sleep,overwork}", "usual"],
        ...[sealed("sensitive.consultation_case.intake", caseId(n), told), workers[n % workers.length]!],
        ...[open ? "open" : "closed", day(n), "2026-11-10", open ? (DAYS[n % 4] ?? null) : null],
        ...[open ? null : "2026-11-10", open ? null : "solved", "2026-11-10"],
      ]);
      for (let m = 0; m < CONTACTS; m += 1) {
        const contact = id(3, n * CONTACTS + m);
        const note = JSON.stringify({ content: NOTE, plan: "" });
        contacts.push([
          ...[contact, office, caseId(n), holder.id, day(n + m), 20, "telephone", "person"],
          ...[
            sealed("sensitive.case_contact.note", contact, note),
            workers[n % workers.length]!,
            "2026-11-10",
          ],
        ]);
      }
    }
    await copy("sealing_key (holder_kind, holder_id, wrapped, master_key_id)", keys);
    await copy(
      "sensitive.client (id, organisation_id, identity, name_hash, kana_hash, given_hash, birth_hash, phone_hash, town_hash, made_at, changed_at)",
      clients,
    );
    await copy(
      "sensitive.consultation_case (id, organisation_id, area_id, number, client_id, person_id, asker, source, channel, mental, topics, urgency, intake, caseworker, state, opened_on, last_contact_on, next_due, closed_on, outcome, changed_at)",
      rows,
    );
    await copy(
      "sensitive.case_contact (id, organisation_id, case_id, person_id, day, minutes, channel, with_whom, note, made_by, made_at)",
      contacts,
    );
  }
  // As the server does by itself some minutes after so many rows.
  await client.query("vacuum analyze");
  await client.end();
  return { cases, contacts: cases * CONTACTS, offices, area, workers };
}

const day = (n: number) =>
  `2026-${String(4 + (n % 7)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;

const inCopy = (value: string | number | boolean | Buffer | null): string =>
  value === null
    ? "\\N"
    : Buffer.isBuffer(value)
      ? `\\\\x${value.toString("hex")}`
      : String(value).replaceAll("\\", "\\\\");
