import { readdir, readFile } from "node:fs/promises";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import {
  isMethodName,
  type Language,
  type MethodGroup,
  type MethodPage,
  methodGroups,
  renderJapaneseMethod,
  renderMethod,
} from "./rules.ts";

const FOLDER = new URL("../../../../docs/methods/", import.meta.url);
const textOf = (file: string) => readFile(new URL(file, FOLDER), "utf8");

/** The page of a method, by the name of its file; one that is not in Japanese yet is shown in English. */
export async function methodPage(name: string, language: Language): Promise<Result<MethodPage>> {
  const file = `${name}.md`;
  if (!isMethodName(name) || !(await readdir(FOLDER)).includes(file)) return notFound("method");
  const english = await textOf(file);
  if (language === "en" || !(await readdir(new URL("ja/", FOLDER))).includes(file)) {
    return ok(renderMethod(english));
  }
  return ok(renderJapaneseMethod(await textOf(`ja/${file}`), english));
}

export const listMethods = async (language: Language): Promise<readonly MethodGroup[]> =>
  methodGroups(await textOf("README.md"), language);
