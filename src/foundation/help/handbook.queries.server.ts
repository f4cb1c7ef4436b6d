import { readFile } from "node:fs/promises";
import { markdownTitle, renderMarkdown, withoutTitle } from "#platform/kernel/markdown.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { HANDBOOK_PARTS } from "./help.messages.ts";

const FOLDER = new URL("../../../docs/", import.meta.url);
const textOf = (file: string) => readFile(new URL(file, FOLDER), "utf8");

type Written = Readonly<{ title: string; html: string }>;

const written = (markdown: string): Written => ({
  title: markdownTitle(markdown),
  html: renderMarkdown(withoutTitle(markdown), (file) => `/handbook/${file}`)
    // Whoever reads it in the repository finds the pictures by their file; the server has them under the public folder.
    .replaceAll('src="../../public/', 'loading="lazy" src="/'),
});

/** A part of the handbook. Its name is one of a list, so that an address reads no other file. */
export async function handbookPart(name: string): Promise<Result<Written>> {
  const part = HANDBOOK_PARTS.find((one) => one === name);
  if (!part) return notFound("handbook");
  return ok(written(await textOf(`handbook/${part}.md`)));
}

export const listHandbook = async (): Promise<
  readonly Readonly<{ name: string; title: string; lead: string }>[]
> =>
  Promise.all(
    HANDBOOK_PARTS.map(async (name) => {
      const markdown = await textOf(`handbook/${name}.md`);
      return { name, title: markdownTitle(markdown), lead: withoutTitle(markdown).trim().split("\n")[0]! };
    }),
  );

export const whatIsNew = async (): Promise<Written> => written(await textOf("handbook/whats-new.md"));
