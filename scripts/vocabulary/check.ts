import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TIERS } from "../fence/rules.ts";
import { sourceFiles } from "../sources.ts";
import { dangerProblems } from "./danger.ts";
import { wordingProblems } from "./wording.ts";

/** The kinds of files that a module is made of; a noun before the kind says what of (ARCHITECTURE.md says what each holds). */
const KINDS = [
  "schema.ts",
  "rules.ts",
  "access.ts",
  "present.ts",
  "store.server.ts",
  "usecases.server.ts",
  "commands.server.ts",
  "queries.server.ts",
  "messages.ts",
  "testing.ts",
];
const MODULE_FILES = new Set([
  "README.md",
  ...KINDS,
  "module.ts",
  "routes.ts",
  "public.ts",
  "backup.ts",
  "cli.ts",
  "api.server.ts",
]);
/** The one word of a single module: how a request becomes an actor. */
const SINGLE_FILES = new Set(["src/foundation/identity/request.server.ts"]);
const ENTRY_POINTS = new Set([
  "backup.ts",
  "cli.ts",
  "commands.ts",
  "demonstration.ts",
  "entry.client.tsx",
  "exchange.ts",
  "entry.server.tsx",
  "home.tsx",
  "jobs.ts",
  "modules.ts",
  "retention.ts",
  "root.tsx",
  "routes.ts",
  "search.ts",
  "server.ts",
  "start.ts",
]);
const PLATFORM = new Set([
  "backup",
  "bundles",
  "lists",
  "commands",
  "config",
  "db",
  "files",
  "jobs",
  "kernel",
  "mail",
  "pdf",
  "tables",
  "sealing",
  "web",
]);

/** Texts for people beside those in the code. */
const TEXTS = ["docs/handbook", "reference/site"];

const LONGEST_PAGE = 150;
const LONGEST_FILE = 250;
const LONGEST_TEST = 400;

const TEST = /\.test\.tsx?$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SQL =
  /\.(selectFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto|with(Recursive)?)\(\s*["'`]|\bsql(\.(raw|ref|table|id|lit|join|val))?\s*[`<(]|["'`]\s*(select\s(?!(an?|the|your)\s)[^"'`]*\sfrom|insert into|update \w+ set|delete from|truncate|copy \w+\s*[(f])\b/i;

/** Checks that the files of a project have the names, lengths and contents that the house gives them. */
export function checkVocabulary(root: string): { files: number; problems: string[] } {
  const named = everyFile(join(root, "src"), "src").flatMap((file) => nameProblem(file) ?? []);
  const sources = sourceFiles(root, ["src", "packages", "scripts", "bench", "test"]);
  const written = sources.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return [...textProblems(file, text), ...wordingProblems(file, text), ...dangerProblems(file, text)];
  });
  const read = TEXTS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => everyFile(join(root, folder), folder))
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => wordingProblems(file, readFileSync(join(root, file), "utf8")));
  const words = glossaryWords(readFileSync(join(root, "GLOSSARY.md"), "utf8"));
  const unknown = sources
    .filter((file) => /^src\/.+\/access\.ts$/.test(file))
    .flatMap((file) => nounProblems(file, readFileSync(join(root, file), "utf8"), words));
  const none = sources.length === 0 ? [`${root} holds no source file`] : [];
  return { files: sources.length, problems: [...none, ...named, ...written, ...read, ...unknown] };
}

/** The words of the glossary's column "code". */
export function glossaryWords(glossary: string): ReadonlySet<string> {
  const rows = glossary.split("\n").filter((line) => line.startsWith("|"));
  return new Set(
    rows.flatMap((row) => [...(row.split("|")[3] ?? "").matchAll(/`([^`]+)`/g)].map(([, word]) => word!)),
  );
}

/** The nouns of the actions that a policy names which the glossary lacks; a compound may stand there as its words. */
export function nounProblems(path: string, text: string, words: ReadonlySet<string>): string[] {
  const nouns = new Set([...text.matchAll(/^\s*"([a-z-]+)\.[a-z-]+":/gm)].map(([, noun]) => noun!));
  return [...nouns]
    .filter((noun) => !words.has(noun) && !noun.split("-").every((word) => words.has(word)))
    .map((noun) => `${path}: GLOSSARY.md has no \`${noun}\`; give it a row, or use the word that is there`);
}

function everyFile(folder: string, path: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? everyFile(join(folder, entry.name), `${path}/${entry.name}`)
        : [`${path}/${entry.name}`],
    )
    .sort();
}

/** What is wrong with the place or name of a file under src/; undefined where nothing is. */
export function nameProblem(path: string): string | undefined {
  const [, top, ...rest] = path.split("/") as [string, string, ...string[]];
  const name = rest.at(-1);
  if (name === undefined) {
    return ENTRY_POINTS.has(top.replace(TEST, ".ts"))
      ? undefined
      : `${path}: only entry points stand in src/ itself; put it into a tier`;
  }
  // The frame of the pages is assembled from all modules, as the entry points are.
  if (top === "ui" || top === "shell") return undefined;
  if (top === "platform") {
    return rest.length === 1 || PLATFORM.has(rest[0]!)
      ? undefined
      : `${path}: the platform has the folders ${[...PLATFORM].join(", ")} and no other`;
  }
  if (!(TIERS as readonly string[]).includes(top)) return `${path}: src/${top} is no tier`;
  if (rest.length === 1) return `${path}: a tier holds modules, not files; make a folder for it`;
  return moduleFileProblem(path, rest.slice(0, -1), name);
}

function moduleFileProblem(path: string, folders: readonly string[], name: string): string | undefined {
  const odd = folders.find((folder) => !KEBAB.test(folder));
  if (odd) return `${path}: name the folder ${odd} in small letters with hyphens`;
  const tsx = folders.slice(1).find((folder) => folder === "pages" || folder === "parts");
  if (tsx) {
    if (!/\.tsx$/.test(name)) return `${path}: ${tsx}/ holds .tsx files only; a rule goes to rules.ts`;
    const plain = name.replace(/(\.test)?\.tsx$/, "");
    return KEBAB.test(plain) ? undefined : `${path}: name the page in small letters with hyphens`;
  }
  const subject = name.replace(TEST, ".ts");
  const [noun = "", ...kind] = subject.split(".");
  if (KEBAB.test(noun) && KINDS.includes(kind.join("."))) return undefined;
  if (MODULE_FILES.has(subject) || SINGLE_FILES.has(path.replace(TEST, ".ts"))) return undefined;
  return `${path}: ${name} is not in a module's vocabulary (${[...MODULE_FILES].join(" ")} pages/ parts/); a second concern gets a sub-folder in the same words`;
}

/** Made by a command; nobody reads them from top to bottom. */
const GENERATED = new Set(["src/platform/db/tables.ts"]);

/** What is wrong with a file's length and contents. */
export function textProblems(path: string, text: string): string[] {
  if (GENERATED.has(path)) return [];
  const problems: string[] = [];
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  const test = TEST.test(path);
  const page = !test && /^src\/.+\/(pages|parts)\//.test(path);
  const longest = test ? LONGEST_TEST : page ? LONGEST_PAGE : LONGEST_FILE;
  if (lines > longest) {
    const mend = page ? "move rules, texts and parts out of the page" : "split it by concern";
    problems.push(`${path}: ${lines} lines, at most ${longest}; ${mend}`);
  }
  const mayHoldSql = test || !path.startsWith("src/") || /^src\/platform\/|[/.]store\.server\.ts$/.test(path);
  if (!mayHoldSql) {
    const row = text.split("\n").findIndex((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && SQL.test(line));
    if (row >= 0) problems.push(`${path}:${row + 1}: SQL lives in store.server.ts; give it a function there`);
  }
  return problems;
}
