import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { Language } from "../model/offer.messages.ts";
import type { Letter, Text } from "./letter.messages.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    support_text: {
      area_id: AreaId;
      letter: Letter;
      language: Language;
      subject: string;
      body: string;
      changed_by: string;
      changed_at: Date;
    };
  }
}

/** Who changes a text of the area waits for who is about to; the row itself may not be there yet. */
export async function lockTexts(permit: SupportPermit, area: AreaId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`support_text:${area}`}))`.execute(db(permit));
}

export async function findText(
  permit: SupportPermit,
  area: AreaId,
  letter: Letter,
  language: Language,
): Promise<Text | undefined> {
  return db(permit)
    .selectFrom("support_text")
    .select(["subject", "body"])
    .where("area_id", "=", area)
    .where("letter", "=", letter)
    .where("language", "=", language)
    .executeTakeFirst();
}

export async function saveText(
  permit: SupportPermit,
  area: AreaId,
  letter: Letter,
  language: Language,
  text: Text,
  by: string,
  at: Date,
): Promise<void> {
  const content = { subject: text.subject, body: text.body, changed_by: by, changed_at: at };
  await db(permit)
    .insertInto("support_text")
    .values({ area_id: area, letter, language, ...content })
    .onConflict((conflict) => conflict.columns(["area_id", "letter", "language"]).doUpdateSet(content))
    .execute();
}

export async function deleteText(
  permit: SupportPermit,
  area: AreaId,
  letter: Letter,
  language: Language,
): Promise<void> {
  await db(permit)
    .deleteFrom("support_text")
    .where("area_id", "=", area)
    .where("letter", "=", letter)
    .where("language", "=", language)
    .execute();
}
