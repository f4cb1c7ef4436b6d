import { z } from "zod";
import type { Row } from "#platform/db/area-rows.ts";

const LONGEST = 2000;
const WRITE = { error: "意見を入力してください。" };

export const CommentInput = z.object({
  text: z
    .string(WRITE)
    .trim()
    .min(1, WRITE)
    .max(LONGEST, { error: `${LONGEST}文字以内で入力してください。` }),
  /** The comment that this one answers; an answer to an answer stands beside it. */
  replyTo: z.uuid().optional(),
  /** The part of the thing that it is about; empty: the whole. */
  about: z.string().max(130).default(""),
});

export type Comment = Row<"comment", "id" | "text" | "author" | "writtenAt" | "replyTo" | "about"> &
  Readonly<{ hidden: boolean; settled: boolean }>;

/** What was said of a thing, the earliest first with what answers it, and what the reader may do there. */
export type CommentView = Readonly<{
  comments: readonly (Comment & Readonly<{ can: readonly string[] }>)[];
  mayWrite: boolean;
}>;
