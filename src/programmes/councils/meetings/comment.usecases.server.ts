import { comments } from "#foundation/comments/public.ts";
import { councilPolicy } from "../access.ts";
import { PARTS } from "../bodies/council-part.store.server.ts";

/** What members say of a meeting. */
export const meetingComments = comments({
  name: "meeting-comment",
  policy: councilPolicy,
  kinds: ["meeting"],
  isThere: PARTS.isThere,
  author: ({ actor }) => (actor.kind === "person" ? actor.name : ""),
});
