import { command, query } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { aboutArea, aboutRow, type PlanPermit } from "../access.ts";
import {
  DecidedIssueInput,
  EvidenceInput,
  IssueInput,
  NewIssueInput,
  type Worsening,
} from "../model/issue.schema.ts";
import type { Origin } from "../model/plan.schema.ts";
import { issueValues } from "../model/plan-form.present.ts";
import { isThere } from "./deleted-row.store.server.ts";
import { selectGoalsOf } from "./goal.store.server.ts";
import { findIssue, insertEvidence, insertIssue, selectEvidence, updateIssue } from "./issue.store.server.ts";
import { shownNow } from "./shown-row.queries.server.ts";

/** Makes an issue, of the secretariat's own words or of what the profile shows: that becomes its evidence. */
export const createIssue = command({
  name: "issue.create",
  ...aboutArea("issue"),
  input: NewIssueInput,
  once: true,
  async run(permit, { area, finding, worsening, ...issue }) {
    const id = await addIssue(permit, area, issue, null);
    for (const one of worsening) await insertEvidence(permit, area, id, evidenceOf(permit, one));
    if (finding !== "")
      await insertEvidence(permit, area, id, { kind: "finding", text: finding, source: "", sector: "" });
    return ok({ id });
  },
});

/** Makes the issue that a meeting has decided on, with the way back to the decision. */
export const createDecidedIssue = command({
  name: "issue.decide",
  ...aboutArea("issue"),
  input: DecidedIssueInput,
  run: async (permit, { area, origin, ...issue }) => ok({ id: await addIssue(permit, area, issue, origin) }),
});

export const saveIssue = command({
  name: "issue.save",
  ...aboutRow("issue"),
  input: IssueInput,
  seen: shownNow("issue", findIssue, issueValues),
  values: issueValues,
  async run(permit, { area, id, ...issue }) {
    await updateIssue(permit, area, id, issue);
    return ok({ id });
  },
});

export const addEvidence = command({
  name: "evidence.add",
  ...aboutRow("issue"),
  input: EvidenceInput,
  once: true,
  async run(permit, { area, id, ...evidence }) {
    if (!(await isThere(permit, area, "issue", id))) return notFound("issue");
    return ok({ id: await insertEvidence(permit, area, id, evidence) });
  },
});

/** An issue with its evidence and the goals that answer it. */
export const getIssue = query({
  name: "issue.read",
  ...aboutRow("issue"),
  async run(permit, { area, id }) {
    const issue = await findIssue(permit, area, id);
    if (!issue) return notFound("issue");
    return ok({
      issue,
      evidence: await selectEvidence(permit, area, id),
      goals: await selectGoalsOf(permit, area, id),
    });
  },
});

const addIssue = (permit: PlanPermit, area: AreaId, issue: IssueInput, origin: Origin | null) =>
  insertIssue(permit, area, { ...issue, seenIn: issue.seenIn ?? fiscalYearOf(permit.clock.today()) }, origin);

/** A line of the profile as evidence, frozen as it was read. */
const evidenceOf = ({ clock }: PlanPermit, one: Worsening): EvidenceInput => ({
  kind: "indicator",
  text: `${one.title}（${one.place}）: ${one.sentence}`,
  source: `${one.source}（${fiscalYearOf(clock.today())}年度に確かめた値）`,
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
