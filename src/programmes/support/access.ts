import {
  type Actor,
  reaches,
  roleAnywhere,
  roleInArea,
  roleInOrganisation,
} from "#foundation/actors/public.ts";
import type { Policy, Subject } from "#foundation/authority/public.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";

export type SupportAction =
  | "offer.list"
  | "offer.write"
  | "request.make"
  | "request.enter"
  | "request.list"
  | "request.read"
  | "request.file"
  | "request.manage"
  | "request.own"
  | "request.take"
  | "enquiry.answer"
  | "support.statistics"
  | "letter.read"
  | "letter.write"
  | "calendar.read"
  | "calendar.feed"
  | "calendar.own";

/**
 * `workplace` is the organisation that asked, `asked` are those who were asked, `passedTo` the neighbouring area that
 * the request was handed to, `offering` the organisations of an offer.
 */
export type SupportSubject = Subject &
  Readonly<{
    workplace?: OrganisationId | null;
    asked?: readonly OrganisationId[];
    passedTo?: AreaId | null;
    offering?: readonly OrganisationId[];
  }>;

/**
 * Anyone asks and sees what is offered. The secretariat works on its area's requests; a supporter sees what it was
 * asked and answers that, and keeps its own offers; a workplace sees its own requests; the secretariat of a
 * neighbouring area reads what was passed on to it.
 */
export const supportPolicy: Policy<SupportAction, SupportSubject> = {
  may(actor, action, subject) {
    if (action === "request.make" || action === "offer.list") return "anyone";
    if (actor.kind === "service") return "service";
    const secretariat = roleInArea(actor, subject.area, ["coordinator"]);
    switch (action) {
      case "request.enter":
      case "request.manage":
      case "letter.read":
      case "letter.write":
        return secretariat;
      case "request.list":
      case "support.statistics":
        return secretariat ?? fromAbove(actor, subject.area, ["auditor", "administrator"]);
      case "offer.write":
        return secretariat ?? ofOneOf(actor, subject.offering ?? [], "provider");
      case "request.own":
        return subject.workplace ? roleInOrganisation(actor, subject.workplace, ["workplace"]) : undefined;
      case "request.take":
        return subject.passedTo ? roleInArea(actor, subject.passedTo, ["coordinator"]) : undefined;
      case "request.file":
      case "request.read":
        return (
          secretariat ??
          (action === "request.file" && subject.workplace
            ? roleInOrganisation(actor, subject.workplace, ["workplace"])
            : undefined) ??
          ofOneOf(actor, subject.asked ?? [], "provider") ??
          (subject.passedTo ? roleInArea(actor, subject.passedTo, ["coordinator"]) : undefined)
        );
      case "enquiry.answer":
        return secretariat ?? ofOneOf(actor, subject.asked ?? [], "provider");
      case "calendar.own":
        return oneself(actor, subject);
      case "calendar.feed":
        return secretariat ?? ofOneOf(actor, subject.offering ?? [], "provider");
      case "calendar.read":
        return subject.offering
          ? (secretariat ?? ofOneOf(actor, subject.offering, "provider"))
          : oneself(actor, subject);
    }
  },
  quiet: ["offer.list", "request.list", "support.statistics", "letter.read", "calendar.read"],
};

const oneself = (actor: Actor, subject: SupportSubject) =>
  actor.kind === "person" && actor.userId === subject.id && reaches(actor, subject.area)
    ? "oneself"
    : undefined;

const ofOneOf = (actor: Actor, organisations: readonly OrganisationId[], role: "provider") =>
  organisations.some((one) => roleInOrganisation(actor, one, [role])) ? role : undefined;

const fromAbove = (actor: Actor, area: AreaId, roles: readonly ("auditor" | "administrator")[]) =>
  reaches(actor, area) ? roleAnywhere(actor, roles) : undefined;
