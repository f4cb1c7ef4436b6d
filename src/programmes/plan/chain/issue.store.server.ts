import { addRow, changeRow, standingRows } from "#platform/db/area-rows.ts";
import type { PlanPermit } from "../access.ts";
import type { EvidenceInput, IssueInput } from "../model/issue.schema.ts";
import type { Evidence, Figure, Issue, Origin } from "../model/plan.schema.ts";

const issues = (permit: PlanPermit) =>
  standingRows(permit, "planIssue")
    .select(["id", "title", "description", "seenIn", "origin"])
    .$narrowType<{ origin: Origin | null }>()
    .orderBy("createdAt")
    .orderBy("id");

export const selectIssues = (permit: PlanPermit): Promise<Issue[]> => issues(permit).execute();

export const findIssue = (permit: PlanPermit, id: string): Promise<Issue | undefined> =>
  issues(permit).where("id", "=", id).executeTakeFirst();

export const insertIssue = (
  permit: PlanPermit,
  issue: Pick<Issue, "title" | "description" | "seenIn">,
  origin: Origin | null,
) =>
  addRow(permit, "planIssue", {
    ...issue,
    origin: origin && JSON.stringify(origin),
    createdAt: permit.clock.now(),
  });

/** The fiscal year stays where none is told. */
export const updateIssue = (permit: PlanPermit, id: string, { seenIn, ...issue }: IssueInput) =>
  changeRow(permit, "planIssue", id, seenIn === undefined ? issue : { ...issue, seenIn });

/** All evidence of the plan, or that of an issue. */
export const selectEvidence = (permit: PlanPermit, issueId?: string): Promise<Evidence[]> =>
  standingRows(permit, "planEvidence")
    .select(["id", "issueId", "kind", "text", "source", "sector", "figure"])
    .$narrowType<{ figure: Figure | null }>()
    .$if(issueId !== undefined, (query) => query.where("issueId", "=", issueId!))
    .orderBy("createdAt")
    .orderBy("id")
    .execute();

export const insertEvidence = (
  permit: PlanPermit,
  issueId: string,
  { figure, sector, ...evidence }: EvidenceInput,
) =>
  addRow(permit, "planEvidence", {
    ...evidence,
    issueId,
    sector: sector === "" ? null : sector,
    figure: figure ? JSON.stringify(figure) : null,
    createdAt: permit.clock.now(),
  });
