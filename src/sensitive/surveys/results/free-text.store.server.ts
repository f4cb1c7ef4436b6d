import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { SurveyPermit } from "../access.ts";

export const TEXTS_A_PAGE = 20;

const written = (permit: SurveyPermit, survey: string, name: string) =>
  tables(permit)
    .selectFrom("sensitive.surveyAnswer")
    .where("surveyId", "=", survey)
    .where("state", "!=", "draft")
    .where("counted", "=", true)
    .where(sql<boolean>`answers ? ${name}`);

/** What was written under a name, a page of it, in the order of ids, which is the order of nothing. */
export const lockTexts = (permit: SurveyPermit, survey: string, name: string, themes: string, page: number) =>
  written(permit, survey, name)
    .select("id")
    .select(sql<string>`answers ->> ${name}`.as("text"))
    .select(sql<string[]>`coalesce(answers -> ${themes}, '[]')`.as("themes"))
    .orderBy("id")
    .limit(TEXTS_A_PAGE)
    .offset((page - 1) * TEXTS_A_PAGE)
    .forUpdate()
    .execute();

export const countTexts = (permit: SurveyPermit, survey: string, name: string, themes: string) =>
  written(permit, survey, name)
    .select(sql<number>`count(*)::int`.as("all"))
    .select(sql<number>`(count(*) filter (where answers ? ${themes}))::int`.as("coded"))
    .executeTakeFirstOrThrow();

export const updateThemes = (permit: SurveyPermit, answer: string, name: string, themes: readonly string[]) =>
  tables(permit)
    .updateTable("sensitive.surveyAnswer")
    .set({
      answers:
        themes.length > 0
          ? sql`answers || jsonb_build_object(${name}::text, ${JSON.stringify(themes)}::jsonb)`
          : sql`answers - ${name}::text`,
    })
    .where("id", "=", answer)
    .execute();
