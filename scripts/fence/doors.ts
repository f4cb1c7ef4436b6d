import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { sourceFiles } from "../sources.ts";

/** Only these files may import a name; `mend` is what whoever broke the rule reads. */
type Door = Readonly<{ from: RegExp; names: readonly string[]; may: RegExp; mend: string }>;

const STORES = /[/.]store\.server\.ts$/;
const PLATFORM = /^src\/platform\//;
const AUTHORITY = /^src\/foundation\/authority\//;

const either = (...patterns: readonly RegExp[]) =>
  new RegExp(patterns.map((pattern) => `(?:${pattern.source})`).join("|"));

/** Who opens a transaction or makes a value that opens rows: few, and each for a reason that stands beside it. */
const OPENERS = either(
  PLATFORM,
  AUTHORITY,
  // A link is opened before there is an actor: its transaction holds the hash of its secret and sees no other row.
  /^src\/foundation\/links\/link\.usecases\.server\.ts$/,
  // The sign-in has no actor yet.
  /^src\/foundation\/identity\//,
);

const DOORS: readonly Door[] = [
  {
    from: /platform\/db\/rows\.ts$|^\.\.?\/(.*\/)?rows\.ts$/,
    names: ["db", "tables", "copyInto"],
    may: either(STORES, PLATFORM),
    mend: "rows are opened in a store.server.ts, by a permit",
  },
  {
    from: /platform\/db\/(rows|database|copy)\.ts$/,
    names: [
      "withRows",
      "openingRows",
      "closeRows",
      "inTransaction",
      "inCopyTransaction",
      "scopeStatements",
      "changeScope",
    ],
    may: OPENERS,
    mend: "a transaction is opened by a command or query: declare one",
  },
];

/** Types that only their makers may cast to: by hand they would open what nobody was asked about. */
const MINTED = new Set(["Permit", "RowAccess", "Finder", "Work"]);
const MINTERS = either(PLATFORM, AUTHORITY);

/** What is wrong with who opens rows, makes permits or lets fields leave. */
export function checkDoors(root: string): { files: number; problems: string[] } {
  const files = sourceFiles(root, ["src"]).filter((file) => !/\.test\.tsx?$|[/.]testing\.ts$/.test(file));
  const problems = files.flatMap((file) => doorProblems(file, readFileSync(join(root, file), "utf8")));
  return { files: files.length, problems: files.length === 0 ? [`${root} holds no source file`] : problems };
}

/** The same of one file's text. */
export function doorProblems(file: string, text: string): string[] {
  const { body } = parseSync(text, { syntax: "typescript", tsx: file.endsWith(".tsx"), target: "es2024" });
  const problems: string[] = [];
  walk(body, (node) => {
    if (node.type === "ImportDeclaration") problems.push(...importProblems(file, node));
    if (isCast(node) && castsToMinted(node) && !MINTERS.test(file))
      problems.push(`${file}: a permit is made by asking a policy (also, command, query), never by a cast`);
    if (node.type === "ObjectExpression" && /[/.]present\.ts$/.test(file) && hasSpread(node))
      problems.push(
        `${file}: a presenter lists the fields that leave, each by name: a spread lets new ones out unseen`,
      );
  });
  return [...new Set(problems)];
}

type Node = Readonly<Record<string, unknown>> & { type: string };

function importProblems(file: string, node: Node): string[] {
  const source = (node.source as { value: string }).value;
  const names = (node.specifiers as { imported?: { value: string } | null; local: { value: string } }[]).map(
    ({ imported, local }) => imported?.value ?? local.value,
  );
  return DOORS.filter((door) => door.from.test(source) && !door.may.test(file)).flatMap((door) =>
    names.filter((name) => door.names.includes(name)).map((name) => `${file}: imports ${name}: ${door.mend}`),
  );
}

const isCast = (node: Node) => node.type === "TsAsExpression" || node.type === "TsTypeAssertion";

function castsToMinted(node: Node): boolean {
  const typed = node.typeAnnotation as { type: string; typeName?: { value?: string } };
  return typed.type === "TsTypeReference" && MINTED.has(typed.typeName?.value ?? "");
}

/** Whether it takes over whatever a value holds; what is written out in the same place is listed. */
const hasSpread = (node: Node) =>
  (node.properties as readonly Node[]).some(
    ({ type, arguments: spread }) =>
      type === "SpreadElement" && ["Identifier", "MemberExpression"].includes((spread as Node).type),
  );

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit);
  else if (value && typeof value === "object") {
    if (typeof (value as Node).type === "string") visit(value as Node);
    for (const one of Object.values(value)) if (one && typeof one === "object") walk(one, visit);
  }
}
