import type { JSONColumnType } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { type Deletable, freshRow } from "#platform/db/deletions.ts";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { EvidenceInput, Figure, Goal, GoalInput, IssueInput, Origin, PlanSkeleton } from "./schema.ts";
import { selectTargets } from "./targets/store.server.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_issue: Deletable & {
      title: string;
      description: string;
      seen_in: number;
      origin: JSONColumnType<Origin | null, string | null, string | null>;
      created_at: Date;
    };
    plan_evidence: Deletable & {
      issue_id: string;
      kind: "indicator" | "finding" | "statement";
      text: string;
      sector: string | null;
      source: string;
      figure: JSONColumnType<Figure | null, string | null, string | null>;
      created_at: Date;
    };
    plan_pillar: Deletable & { title: string; position: number; created_at: Date };
    plan_goal: Deletable & {
      issue_id: string | null;
      pillar_id: string | null;
      title: string;
      created_at: Date;
    };
  }
}

/** Everything above the initiatives: small, a few dozen rows an area, and so asked for in one go. */
export async function selectSkeleton(permit: RowAccess, area: PlanSkeleton["area"]): Promise<PlanSkeleton> {
  const above = await db(permit)
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("plan_issue")
          .select(["id", "title", "description", "seen_in as seenIn", "origin"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .orderBy("created_at")
          .orderBy("id"),
      ).as("issues"),
      jsonArrayFrom(
        eb
          .selectFrom("plan_evidence")
          .select(["id", "issue_id as issueId", "kind", "text", "source", "sector", "figure"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .orderBy("created_at")
          .orderBy("id"),
      ).as("evidence"),
      jsonArrayFrom(
        eb
          .selectFrom("plan_pillar")
          .select(["id", "title"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .orderBy("position")
          .orderBy("id"),
      ).as("pillars"),
      jsonArrayFrom(
        eb
          .selectFrom("plan_goal")
          .select(["id", "title", "issue_id as issueId", "pillar_id as pillarId"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .orderBy("created_at")
          .orderBy("id"),
      ).as("goals"),
    ])
    .executeTakeFirstOrThrow();
  return { area, ...above, targets: await selectTargets(permit, area) };
}

export async function findGoal(permit: RowAccess, area: string, id: string): Promise<Goal | undefined> {
  return db(permit)
    .selectFrom("plan_goal")
    .select(["id", "title", "issue_id as issueId", "pillar_id as pillarId"])
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
}

export async function insertIssue(
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  { title, description, seenIn }: IssueInput & { seenIn: number },
  origin: Origin | null,
): Promise<void> {
  await db(permit)
    .insertInto("plan_issue")
    .values({
      ...freshRow(area, id, at),
      title,
      description,
      seen_in: seenIn,
      origin: origin && JSON.stringify(origin),
    })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

export async function insertEvidence(
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  { issueId, kind, text, source, sector, figure }: EvidenceInput,
): Promise<void> {
  await db(permit)
    .insertInto("plan_evidence")
    .values({
      ...freshRow(area, id, at),
      issue_id: issueId,
      kind,
      text,
      source,
      sector: sector === "" ? null : sector,
      figure: figure ? JSON.stringify(figure) : null,
    })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

export async function insertGoal(
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  { title, issueId, pillarId }: GoalInput,
): Promise<void> {
  await db(permit)
    .insertInto("plan_goal")
    .values({ ...freshRow(area, id, at), title, issue_id: issueId, pillar_id: pillarId })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

export async function updateIssue(
  permit: RowAccess,
  area: string,
  id: string,
  { seenIn, ...input }: IssueInput,
): Promise<boolean> {
  return changed(
    await db(permit)
      .updateTable("plan_issue")
      .set(seenIn === undefined ? input : { ...input, seen_in: seenIn })
      .where("area_id", "=", area)
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst(),
  );
}

export async function updateGoal(
  permit: RowAccess,
  area: string,
  id: string,
  input: GoalInput,
): Promise<boolean> {
  return changed(
    await db(permit)
      .updateTable("plan_goal")
      .set({ title: input.title, issue_id: input.issueId, pillar_id: input.pillarId })
      .where("area_id", "=", area)
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst(),
  );
}

const changed = (result: { numUpdatedRows: bigint }) => result.numUpdatedRows === 1n;
