import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { RequestView } from "./usecases.server.ts";

/**
 * What those see who were asked: how to reach the workplace and the report once they come, and never what others
 * answered.
 */
export function asTheAskedSee(view: RequestView, organisations: readonly OrganisationId[]): RequestView {
  const enquiries = view.enquiries.filter((one) => organisations.includes(one.organisationId));
  const comes = enquiries.some((one) => one.state === "chosen");
  const request = comes ? view.request : { ...view.request, contact: "", phone: "", email: "", address: "" };
  return {
    ...view,
    request,
    enquiries,
    teams: [],
    waitingFor: [],
    events: [],
    report: comes ? view.report : undefined,
    feedback: undefined,
  };
}
