import { z } from "zod";
import { roleInArea } from "#foundation/actors/public.ts";
import { findArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { listOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { pick } from "#platform/kernel/pick.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { aboutArea, type PlanSubject, planPolicy } from "../access.ts";
import { selectGoals } from "./goal.store.server.ts";
import { selectInitiativeTitles } from "./initiative.store.server.ts";
import { selectIssues } from "./issue.store.server.ts";
import { selectPillars } from "./pillar.store.server.ts";

/**
 * The area that an address names, and what the actor may do with its plan, so that no button promises what would be
 * refused. `ownOrganisation` is that for which a member enters activities; the secretariat enters for any.
 */
export const findPlan = query({
  name: "plan.find",
  policy: planPolicy,
  target: z.object({ text: z.string() }),
  async subject(find, { text }): Promise<PlanSubject | undefined> {
    const area = await findArea(find, text);
    return area && { type: "plan", area: area.id };
  },
  async run(permit, { text }) {
    const area = await findArea(permit, text);
    if (!area) return notFound("area");
    const { actor, subject } = permit;
    const member = roleInArea(actor, area.id, ["member"]) !== undefined;
    const held =
      actor.kind === "person" && member
        ? actor.memberships.find((one) => one.role === "member" && one.areas.includes(area.id))
        : undefined;
    const ownOrganisation: OrganisationId | null = held?.organisationId ?? null;
    const mayEdit = planPolicy.may(actor, "issue.save", subject) !== undefined;
    const { id, slug, name } = area;
    return ok({
      area: { id, slug, name },
      mayEdit,
      mayRecord: mayEdit || ownOrganisation !== null,
      ownOrganisation,
    });
  },
});

const NAMES_OFFERED = 300;

/** What forms offer to choose from: parts of the plan by their titles, organisations by their names. */
export const listChoices = query({
  name: "plan-choice.list",
  ...aboutArea("plan"),
  async run(permit) {
    const organisations = await listOrganisations(permit, {
      area: permit.subject.area,
      limit: NAMES_OFFERED,
    });
    return ok({
      issues: (await selectIssues(permit)).map((one) => pick(one, "id", "title")),
      pillars: await selectPillars(permit),
      goals: (await selectGoals(permit)).map((one) => pick(one, "id", "title")),
      initiatives: await selectInitiativeTitles(permit),
      organisations: organisations.map((one) => pick(one, "id", "name")),
    });
  },
});
