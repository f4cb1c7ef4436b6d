import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult, type IModule } from "dependency-cruiser";
import { CODE_FOLDERS, sourceFiles } from "../sources.ts";
import { circleProblems } from "./circles.ts";
import { RULES } from "./rules.ts";

const IS_TEST = /\.test\.tsx?$/;

/** Checks the imports of a project against the rules. */
export async function checkImports(root: string): Promise<{ files: number; problems: string[] }> {
  const files = sourceFiles(root);
  if (files.length === 0) return { files: 0, problems: [`${root} holds no source file`] };
  const result = await read(root);
  return {
    files: files.length,
    problems: typeof result === "string" ? [result] : problemsIn(root, files, result),
  };
}

/**
 * What is wrong, given the files that exist and what was read of them. A file that was not read, or whose imports were
 * not seen, is a problem too: a fence over nothing would be content with everything.
 */
export function problemsIn(
  root: string,
  files: readonly string[],
  result: Pick<ICruiseResult, "modules" | "summary">,
): string[] {
  const modules = new Map(result.modules.map((module) => [module.source, module]));
  const unread = files
    .filter((file) => !modules.has(file))
    .map((file) => `${file}: the fence did not read it, so it can't vouch for it`);
  const unseen = files.flatMap((file) => unseenImports(root, file, modules.get(file)));
  const broken = result.summary.violations.map(
    ({ from, to, rule }) => `${from} -> ${to}: ${comment(rule.name)} [${rule.name}]`,
  );
  return [...unread, ...unseen, ...broken, ...circleProblems(result.modules)];
}

/** What the files import, or the sentence that names the file that could not be parsed. */
async function read(root: string): Promise<ICruiseResult | string> {
  const folders = CODE_FOLDERS.filter((folder) => existsSync(join(root, folder)));
  try {
    const { output } = await cruise([...folders], {
      baseDir: root,
      // The parser of TypeScript 7 has no interface for other programs (decision 0009).
      parser: "swc",
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
      exclude: { path: "(^|/)(golden|build)/" },
      enhancedResolveOptions: {
        extensions: [".ts", ".tsx", ".js", ".json"],
        exportsFields: ["exports"],
        conditionNames: ["import", "node", "types", "default"],
      },
      validate: true,
      ruleSet: { forbidden: [...RULES] },
    });
    return output as ICruiseResult;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const file = text.match(/\.\.\. in (\S+)/)?.[1];
    if (!file) throw error;
    return `${file}: can't be parsed: ${text.match(/x (.+)/)?.[1] ?? "unknown syntax"}`;
  }
}

/** Imports that stand in the text but that the parser did not report. Tests quote code, so they are not looked at. */
function unseenImports(root: string, file: string, module: IModule | undefined): string[] {
  if (!module || IS_TEST.test(file)) return [];
  const plain = (specifier: string) => specifier.replace(/^node:/, "");
  const seen = new Set(module.dependencies.map((dependency) => plain(dependency.module)));
  const text = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const patterns = [
    /^(?:import|export)\s[^;"'`]*?from\s+["']([^"']+)["']/gm,
    /^import\s+["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']/g,
  ];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!))
    .filter((specifier) => !seen.has(plain(specifier)))
    .map(
      (specifier) => `${file}: the fence missed its import of ${specifier}; write it as an import statement`,
    );
}

const comment = (name: string) => RULES.find((rule) => rule.name === name)?.comment ?? name;
