import { comments } from "#foundation/comments/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { policy } from "../access.ts";
import { standing } from "../model/questionnaire.rules.ts";
import { findSurveyInReach } from "./survey.store.server.ts";

/** What the working group says of a draft: workplaces answer what those who know them have read before. */
export const surveyComments = comments({
  name: "survey-comment",
  policy,
  kinds: ["survey"],
  isThere: async (permit, _kind, id) => (await findSurveyInReach(permit, id))?.shared ?? false,
  partsOf: async (permit, _kind, id) =>
    standing((await findSurveyInReach(permit, id))?.questionnaire.questions ?? []).map((one) => one.id),
  async author(permit) {
    const { actor, subject } = permit;
    const held =
      actor.kind === "person"
        ? actor.memberships.find(
            ({ role, areas }) =>
              (role === "member" || role === "coordinator") && areas.includes(subject.area),
          )
        : undefined;
    if (!held) return "";
    return (await getOrganisations(permit, [held.organisationId])).get(held.organisationId)?.name ?? "";
  },
});
