import { type Actor, type Role, roleAnywhere, roleInArea } from "#foundation/actors/public.ts";
import type { Policy, Subject } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/** Who works with an area's facts and so sees what is not published yet. A workplace sees what everyone sees. */
const STAFF: readonly Role[] = [
  "coordinator",
  "administrator",
  "caseworker",
  "provider",
  "member",
  "auditor",
];
const PUBLISHERS: readonly Role[] = ["coordinator", "administrator"];

export type ProfileAction =
  | "profile.read"
  | "profile.read-unpublished"
  | "profile.see-publication"
  | "profile.publish"
  | "profile.unpublish";

/** `related` are the areas that share territory with the profile's: who serves one of them works with its facts. */
export type ProfileSubject = Subject & Readonly<{ related: readonly AreaId[] }>;

export const profilePolicy: Policy<ProfileAction, ProfileSubject> = {
  may(actor, action, subject) {
    if (actor.kind === "service") return "service";
    switch (action) {
      case "profile.read":
        return "anyone";
      case "profile.read-unpublished":
        return (
          [subject.area, ...subject.related].map((area) => roleInArea(actor, area, STAFF)).find(Boolean) ??
          nationwide(actor, ["administrator", "auditor"])
        );
      case "profile.see-publication":
      case "profile.publish":
      case "profile.unpublish":
        return roleInArea(actor, subject.area, PUBLISHERS) ?? nationwide(actor, ["administrator"]);
    }
  },
  // Facts about an area concern no person; what is published is decided once and that is audited.
  quiet: ["profile.read", "profile.read-unpublished", "profile.see-publication"],
};

const nationwide = (actor: Actor, roles: readonly Role[]): Role | undefined =>
  actor.kind === "person" && actor.reach === "all" ? roleAnywhere(actor, roles) : undefined;
