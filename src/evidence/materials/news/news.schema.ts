import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import { longText, rows, text, withRows } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";

export const READER_STATES = ["asked", "joined", "left"] as const;
export type ReaderState = (typeof READER_STATES)[number];

/** Whoever wants the news says so twice: once on the page, once by the link of the letter. */
export const READER_STEPS = {
  asked: { join: "joined", leave: "left" },
  joined: { leave: "left" },
  left: { join: "joined" },
} as const satisfies Readonly<Record<ReaderState, Readonly<Record<string, ReaderState>>>>;

export type Reader = RowOf<"newsReader", Readonly<{ state: ReaderState }>>;

/** A piece of an issue; `to` leads to where it is told in full. */
export type NewsItem = Readonly<{
  source: "edition" | "entry" | "text";
  title: string;
  text: string;
  to: string;
}>;

export type Issue = RowOf<"newsIssue", Readonly<{ senderId: OrganisationId; items: readonly NewsItem[] }>>;

export const JoinInput = z.object({
  email: text("メールアドレス", { most: 254 }).pipe(
    z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, {
      error: "メールアドレスを正しく入力してください。例: kenko@example.co.jp",
    }),
  ),
  workplace: text("会社・団体の名前", { most: 120, optional: true }),
  homepage: z.string().default(""),
});

const item = z.object({
  title: text("見出し", { most: 100 }),
  text: longText("本文", { most: 600, optional: true }),
  to: text("リンク先", { most: 300, optional: true }),
});

export const IssueInput = withRows(
  z.object({
    sender: rowId<OrganisationId>(),
    title: text("件名", { most: 100 }),
    lead: longText("はじめの文", { most: 600, optional: true }),
    /** Editions that are told of, by their ids. */
    editions: z.preprocess((sent) => [sent ?? []].flat(), z.array(rowId()).max(20)),
    /** Entries of the directory that are told of, by their ids. */
    entries: z.preprocess((sent) => [sent ?? []].flat(), z.array(rowId()).max(20)),
    items: rows("記事", item, { most: 10, by: "title" }),
  }),
);
