import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, namedId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { text } from "../fields/schema.ts";
import type { Evidence, Goal, Issue } from "../schema.ts";
import { insertEvidence, selectSkeleton } from "../store.server.ts";
import { addIssue, editPlan } from "../usecases.server.ts";

/** A line of the profile's list of what is worse and getting worse, as it was shown. */
export type Worsening = Readonly<{
  title: string;
  place: string;
  sentence: string;
  indicator: string;
  source: string;
}>;

const Finding = z.object({ finding: text(1000).default("") });

/** Makes an issue of what the profile shows: each line becomes evidence, frozen as it was read. */
export function createIssueFromProfile(
  app: App,
  actor: Actor,
  area: AreaId,
  input: Readonly<Record<string, string>>,
  taken: readonly Worsening[],
): Promise<Result<{ id: string }>> {
  return editPlan(app, actor, area, "issue", async (unit, _by, at): Promise<Result<{ id: string }>> => {
    const title = (input.title ?? "").trim() || taken.map((one) => one.title).join("・");
    if (title === "") return invalid({ title: ["健康課題を書くか、上から選んでください。"] });
    const finding = checked(Finding, input);
    if (!finding.ok) return finding;
    const issue = await addIssue(unit, area, { ...input, title }, null);
    if (!issue.ok) return issue;
    const issueId = issue.value.id;
    const year = fiscalYearOf(unit.clock.today());
    for (const one of taken) {
      await insertEvidence(unit, area, namedId(issueId, one.title, one.place), at, {
        issueId,
        kind: "indicator",
        text: `${one.title}（${one.place}）: ${one.sentence}`,
        source: `${one.source}（${year}年度に確かめた値）`,
        sector: "",
        figure: {
          indicator: one.indicator,
          area: one.place,
          period: "",
          value: "",
          unit: "",
          verdict: one.sentence,
        },
      });
    }
    const found = finding.value.finding;
    if (found !== "") {
      const evidence = { issueId, kind: "finding" as const, text: found, source: "", sector: "" };
      await insertEvidence(unit, area, namedId(issueId, "finding"), at, evidence);
    }
    return issue;
  });
}

/** An issue with its evidence and the goals that answer it. */
export function getIssue(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
): Promise<Result<Readonly<{ issue: Issue; evidence: readonly Evidence[]; goals: readonly Goal[] }>>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "issue", id, area });
    if (!permit.ok) return permit;
    const skeleton = await selectSkeleton(unit, area);
    const issue = skeleton.issues.find((one) => one.id === id);
    if (!issue) return notFound("issue");
    return ok({
      issue,
      evidence: skeleton.evidence.filter((one) => one.issueId === id),
      goals: skeleton.goals.filter((one) => one.issueId === id),
    });
  });
}
