import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

const UNIT: Readonly<Record<string, string>> = { string: "文字", array: "件", set: "件", file: "バイト" };

/** Chosen from a list: an id, one of several, or one of several shapes. */
const isChoice = ({ code, format }: Issue): boolean =>
  code === "invalid_value" || code === "invalid_union" || (code === "invalid_format" && format === "uuid");

/** What is said of a field whose schema has no sentence of its own, so that no page shows the English of the library. */
export function sentenceOf(issue: Issue): string {
  if (isChoice(issue)) return "選択してください。";
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null || issue.input === ""
        ? "入力または選択してください。"
        : "入力の形式を確認してください。";
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) <= 1
        ? "入力してください。"
        : `${issue.minimum}${UNIT[issue.origin ?? ""] ?? ""}以上にしてください。`;
    case "too_big":
      return `${issue.maximum}${UNIT[issue.origin ?? ""] ?? ""}以下にしてください。`;
    case "custom":
      return "入力または選択の内容を確認してください。";
    default:
      return "入力の形式を確認してください。";
  }
}
