import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { LetterLanguage, LetterText } from "./letter.schema.ts";

/** A letter of a module, in one language. */
export type LetterPlace = Readonly<{ module: string; letter: string; language: LetterLanguage }>;
export type StandingText = LetterText & Readonly<{ version: string }>;

/** Who changes a text of the area waits for who is about to; the row itself may not be there yet. */
export async function lockTexts(work: Work, area: AreaId): Promise<void> {
  await tables(work)
    .selectNoFrom(sql`pg_advisory_xact_lock(hashtext(${`letter_text:${area}`}))`.as("held"))
    .execute();
}

/** The area's own text, if it has one. */
export const findText = (
  work: Work,
  area: AreaId,
  { module, letter, language }: LetterPlace,
): Promise<StandingText | undefined> =>
  tables(work)
    .selectFrom("letterText as text")
    .innerJoin("letterVersion as version", (join) =>
      join.onRef("version.areaId", "=", "text.areaId").onRef("version.id", "=", "text.version"),
    )
    .select(["text.version", "version.subject", "version.body"])
    .where("text.areaId", "=", area)
    .where("text.module", "=", module)
    .where("text.letter", "=", letter)
    .where("text.language", "=", language)
    .executeTakeFirst();

/** Saves a version; saving the same text again adds none. */
export async function insertVersion(
  work: Work,
  area: AreaId,
  { module, letter, language }: LetterPlace,
  { version, subject, body }: StandingText,
  writtenBy: string,
): Promise<void> {
  const writtenAt = work.clock.now();
  await tables(work)
    .insertInto("letterVersion")
    .values({ areaId: area, id: version, module, letter, language, subject, body, writtenBy, writtenAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function upsertText(
  work: Work,
  area: AreaId,
  { module, letter, language }: LetterPlace,
  version: string,
): Promise<void> {
  await tables(work)
    .insertInto("letterText")
    .values({ areaId: area, module, letter, language, version })
    .onConflict((row) => row.columns(["areaId", "module", "letter", "language"]).doUpdateSet({ version }))
    .execute();
}

export async function deleteText(
  work: Work,
  area: AreaId,
  { module, letter, language }: LetterPlace,
): Promise<void> {
  await tables(work)
    .deleteFrom("letterText")
    .where("areaId", "=", area)
    .where("module", "=", module)
    .where("letter", "=", letter)
    .where("language", "=", language)
    .execute();
}

/** What a version of a letter said, as it was before its places were filled. */
export const findVersion = (
  work: Work,
  area: AreaId,
  version: string,
): Promise<(LetterPlace & LetterText & Readonly<{ writtenAt: Date }>) | undefined> =>
  tables(work)
    .selectFrom("letterVersion")
    .select(["module", "letter", "language", "subject", "body", "writtenAt"])
    .where("areaId", "=", area)
    .where("id", "=", version)
    .executeTakeFirst();
