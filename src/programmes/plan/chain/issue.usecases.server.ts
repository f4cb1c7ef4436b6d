import { command, query } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
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
import { selectGoals } from "./goal.store.server.ts";
import { findIssue, insertEvidence, insertIssue, selectEvidence, updateIssue } from "./issue.store.server.ts";
import { PARTS } from "./plan-part.store.server.ts";
import { shownNow } from "./shown-part.queries.server.ts";

/** Makes an issue, of the secretariat's own words or of what the profile shows: that becomes its evidence. */
export const createIssue = command({
  name: "issue.create",
  ...aboutArea("issue"),
  input: NewIssueInput,
  once: true,
  async run(permit, { area: _, finding, worsening, ...issue }) {
    const id = await addIssue(permit, issue, null);
    for (const one of worsening) await insertEvidence(permit, id, evidenceOf(permit, one));
    if (finding !== "")
      await insertEvidence(permit, id, { kind: "finding", text: finding, source: "", sector: "" });
    return ok({ id });
  },
});

/** Makes the issue that a meeting has decided on, with the way back to the decision. */
export const createDecidedIssue = command({
  name: "issue.decide",
  ...aboutArea("issue"),
  input: DecidedIssueInput,
  run: async (permit, { area: _, origin, ...issue }) => ok({ id: await addIssue(permit, issue, origin) }),
});

export const saveIssue = command({
  name: "issue.save",
  ...aboutRow("issue"),
  input: IssueInput,
  seen: shownNow("issue", findIssue, issueValues),
  values: issueValues,
  async run(permit, { area: _, id, ...issue }) {
    await updateIssue(permit, id, issue);
    return ok({ id });
  },
});

export const addEvidence = command({
  name: "evidence.add",
  ...aboutRow("issue"),
  input: EvidenceInput,
  once: true,
  async run(permit, { area: _, id, ...evidence }) {
    if (!(await PARTS.isThere(permit, "issue", id))) return notFound("issue");
    return ok({ id: await insertEvidence(permit, id, evidence) });
  },
});

/** An issue with its evidence and the goals that answer it. */
export const getIssue = query({
  name: "issue.read",
  ...aboutRow("issue"),
  async run(permit, { id }) {
    const issue = await findIssue(permit, id);
    if (!issue) return notFound("issue");
    return ok({
      issue,
      evidence: await selectEvidence(permit, id),
      goals: await selectGoals(permit, id),
    });
  },
});

const addIssue = (permit: PlanPermit, issue: IssueInput, origin: Origin | null) =>
  insertIssue(permit, { ...issue, seenIn: issue.seenIn ?? fiscalYearOf(permit.clock.today()) }, origin);

/** A line of the profile as evidence, frozen as it was read. */
const evidenceOf = ({ clock }: PlanPermit, one: Worsening): EvidenceInput => ({
  kind: "indicator",
  text: `${one.title}（${one.place}）: ${one.sentence}`,
  source: `${one.source}（${fiscalYearOf(clock.today())}年度に確認した値）`,
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
