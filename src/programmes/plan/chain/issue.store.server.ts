import type { JSONColumnType } from "kysely";
import type { Deletable } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { PlanPermit } from "../access.ts";
import type { EvidenceInput, IssueInput } from "../model/issue.schema.ts";
import type { Evidence, Figure, Issue, Origin } from "../model/plan.schema.ts";
import { newRow } from "./deleted-row.store.server.ts";

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
  }
}

export async function findIssue(permit: PlanPermit, area: string, id: string): Promise<Issue | undefined> {
  return db(permit)
    .selectFrom("plan_issue")
    .select(["id", "title", "description", "seen_in as seenIn", "origin"])
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
}

export async function insertIssue(
  permit: PlanPermit,
  area: string,
  { title, description, seenIn }: Pick<Issue, "title" | "description" | "seenIn">,
  origin: Origin | null,
): Promise<string> {
  const row = newRow(permit, area);
  await db(permit)
    .insertInto("plan_issue")
    .values({ ...row, title, description, seen_in: seenIn, origin: origin && JSON.stringify(origin) })
    .execute();
  return row.id;
}

export async function updateIssue(
  permit: PlanPermit,
  area: string,
  id: string,
  { title, description, seenIn }: IssueInput,
): Promise<void> {
  await db(permit)
    .updateTable("plan_issue")
    .set({ title, description, ...(seenIn === undefined ? {} : { seen_in: seenIn }) })
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .execute();
}

export async function selectEvidence(permit: PlanPermit, area: string, issueId: string): Promise<Evidence[]> {
  return db(permit)
    .selectFrom("plan_evidence")
    .select(["id", "issue_id as issueId", "kind", "text", "source", "sector", "figure"])
    .where("area_id", "=", area)
    .where("issue_id", "=", issueId)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

export async function insertEvidence(
  permit: PlanPermit,
  area: string,
  issueId: string,
  { kind, text, source, sector, figure }: EvidenceInput,
): Promise<string> {
  const row = newRow(permit, area);
  await db(permit)
    .insertInto("plan_evidence")
    .values({
      ...row,
      issue_id: issueId,
      kind,
      text,
      source,
      sector: sector === "" ? null : sector,
      figure: figure ? JSON.stringify(figure) : null,
    })
    .execute();
  return row.id;
}
