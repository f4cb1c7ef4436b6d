import type { Comment } from "./comment.schema.ts";

export type CommentState = "open" | "settled" | "hidden";
export type CommentStep = "answer" | "settle" | "reopen" | "hide" | "show";
/** What can be done with a comment in each state. */
export const COMMENT = {
  open: ["answer", "settle", "hide"],
  settled: ["answer", "reopen", "hide"],
  hidden: ["show"],
} as const satisfies Record<CommentState, readonly CommentStep[]>;

export const stateOfComment = ({ hidden, settled }: Pick<Comment, "hidden" | "settled">): CommentState =>
  hidden ? "hidden" : settled ? "settled" : "open";

/** What a reader can do with a comment: an answer to an answer stands beside it, so only the first is answered. */
export const stepsOn = (
  comment: Comment,
  { mayWrite, mayModerate }: Readonly<{ mayWrite: boolean; mayModerate: boolean }>,
): CommentStep[] =>
  COMMENT[stateOfComment(comment)].filter((step) =>
    step === "answer" ? mayWrite && comment.replyTo === null : mayModerate,
  );

/**
 * The comments that a reader sees, each followed by its answers. What was hidden, with its answers, is seen by those alone
 * who may show it again.
 */
export function threadsOf(comments: readonly Comment[], mayModerate: boolean): Comment[] {
  const seen = comments.filter((one) => mayModerate || !one.hidden);
  const answers = Map.groupBy(seen, (one) => one.replyTo);
  return (answers.get(null) ?? []).flatMap((one) => [one, ...(answers.get(one.id) ?? [])]);
}
