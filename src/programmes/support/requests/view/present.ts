import type { OrganisationId } from "#platform/kernel/ids.ts";
import { isLetGo } from "../../enquiries/rules.ts";
import type { RequestView } from "./usecases.server.ts";

/**
 * What those see who were asked: how to reach the workplace and the report once they come, its files until they are let
 * go, and never what others answered.
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
    waitingFor: undefined,
    files: enquiries.some((one) => !isLetGo(one.state)) ? view.files : [],
    events: [],
    report: comes ? view.report : undefined,
    feedback: undefined,
  };
}
