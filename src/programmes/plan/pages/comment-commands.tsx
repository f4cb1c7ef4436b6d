import type { Commented } from "../comments/comment.schema.ts";
import { commentOn, hideComment, showComment } from "../comments/comment.usecases.server.ts";
import type { staffPlace } from "./place.tsx";

/** What the forms of Comments ask for, on whichever page they stand. */
export function commentCommands(
  { onThing, onPart }: Awaited<ReturnType<typeof staffPlace>>,
  of: Commented,
  page: string,
) {
  const then = () => `${page}#comments`;
  const onOne = onPart({ of: of.id });
  return [onThing(of)(commentOn, then), onOne(hideComment, then), onOne(showComment, then)];
}
