import type { Comment } from "./comment.schema.ts";

/**
 * The comments that a reader sees, each followed by its answers. What was hidden, with its answers, is seen by those alone
 * who may show it again.
 */
export function threadsOf(comments: readonly Comment[], mayModerate: boolean): Comment[] {
  const seen = comments.filter((one) => mayModerate || !one.hidden);
  const answers = Map.groupBy(seen, (one) => one.replyTo);
  return (answers.get(null) ?? []).flatMap((one) => [one, ...(answers.get(one.id) ?? [])]);
}
