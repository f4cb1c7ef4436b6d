import { formTexts } from "#platform/kernel/form-values.ts";
import type { Issue } from "./news.schema.ts";

/** An issue as its form shows it; what it tells of materials is chosen anew. */
export function issueValues(issue?: Issue): Record<string, string> {
  const written = (issue?.items ?? []).filter(({ source }) => source === "text");
  return {
    ...formTexts(issue, "title", "lead"),
    sender: issue?.senderId ?? "",
    ...Object.fromEntries(
      written.flatMap(({ title, text, to }, at) => [
        [`items.${at}.title`, title],
        [`items.${at}.text`, text],
        [`items.${at}.to`, to],
      ]),
    ),
  };
}
