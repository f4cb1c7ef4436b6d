import { readdir, readFile } from "node:fs/promises";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { isMethodName, type MethodPage, renderMethod } from "./rules.ts";

const FOLDER = new URL("../../../../docs/methods/", import.meta.url);

/** The page of a method, by the name of its file; `README` is the list of them. */
export async function methodPage(name: string | undefined): Promise<Result<MethodPage>> {
  const file = name === undefined ? "README.md" : `${name}.md`;
  if (name !== undefined && !isMethodName(name)) return notFound("method");
  const files = await readdir(FOLDER);
  if (!files.includes(file)) return notFound("method");
  return ok(renderMethod(await readFile(new URL(file, FOLDER), "utf8")));
}
