import { tables } from "#platform/db/rows.ts";
import type { CheckupPermit } from "../access.ts";
import { CheckupQuestion } from "./checkup-question.schema.ts";

export type SavedQuestion = Readonly<{ id: string; title: string; question: CheckupQuestion }>;

export async function selectQuestions(permit: CheckupPermit): Promise<SavedQuestion[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.checkupQuestion")
    .select(["id", "title", "question"])
    .where("areaId", "=", permit.subject.area)
    .orderBy("title")
    .orderBy("id")
    .execute();
  return rows.map(({ question, ...row }) => ({ ...row, question: CheckupQuestion.parse(question) }));
}

export async function insertQuestion(
  permit: CheckupPermit,
  { id, title, question }: SavedQuestion,
  by: string,
): Promise<void> {
  await tables(permit)
    .insertInto("sensitive.checkupQuestion")
    .values({
      ...{ areaId: permit.subject.area, id, title, question: JSON.stringify(question) },
      ...{ madeBy: by, madeAt: permit.clock.now() },
    })
    .execute();
}

export async function deleteQuestionRow(permit: CheckupPermit, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(permit)
    .deleteFrom("sensitive.checkupQuestion")
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
