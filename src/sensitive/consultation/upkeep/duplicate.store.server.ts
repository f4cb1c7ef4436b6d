import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { ConsultationPermit } from "../access.ts";
import type { ClientRow } from "../model/case.schema.ts";

type Hashes = Pick<
  ClientRow,
  "id" | "nameHash" | "kanaHash" | "givenHash" | "birthHash" | "phoneHash" | "townHash"
>;

/** Pairs of clients of one office that share a day of birth or a telephone and nobody has judged; hashes, no names. */
export async function selectPairs(permit: ConsultationPermit, organisation: OrganisationId) {
  const of = (name: string) => sql`jsonb_build_object('id', ${sql.ref(`${name}.id`)},
    'nameHash', ${sql.ref(`${name}.name_hash`)}, 'kanaHash', ${sql.ref(`${name}.kana_hash`)},
    'givenHash', ${sql.ref(`${name}.given_hash`)}, 'birthHash', ${sql.ref(`${name}.birth_hash`)},
    'phoneHash', ${sql.ref(`${name}.phone_hash`)}, 'townHash', ${sql.ref(`${name}.town_hash`)})`;
  const pairs = (same: string) => sql`
    select ${of("one")} as one, ${of("other")} as other
    from sensitive.client one join sensitive.client other on other.organisation_id = one.organisation_id
      and ${sql.ref(`other.${same}`)} = ${sql.ref(`one.${same}`)} and one.id < other.id
    where one.organisation_id = ${organisation} and one.merged_into is null and other.merged_into is null
      and not exists (select from sensitive.client_judgement judged
        where judged.one = least(one.id, other.id) and judged.other = greatest(one.id, other.id))`;
  const { rows } = await sql<{ one: Hashes; other: Hashes }>`
    ${pairs("birth_hash")} union ${pairs("phone_hash")}`.execute(tables(permit));
  return rows;
}
