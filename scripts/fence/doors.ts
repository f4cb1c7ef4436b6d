import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { sourceFiles } from "../sources.ts";
import { CASTS, DOORS, MINTED, SERVICES, SIGN_IN, WHOLE_REACH } from "./door-lists.ts";

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
  const objects = (mend: string) => problems.push(`${file}: ${mend}`);
  const named = namesFor(body, MINTED);
  walk(body, (node) => {
    if (node.type === "ImportDeclaration") problems.push(...importProblems(file, node));
    if (node.type === "ImportDeclaration" || isReExport(node) || isLateImport(node))
      problems.push(...wholeImportProblems(file, node));
    if (isCast(node) && !CASTS.test(file) && castsToMinted(node, named))
      objects("a permit is made by asking a policy (also, command, query), never by a cast");
    if (node.type === "ObjectExpression" && /[/.]present\.ts$/.test(file) && hasSpread(node))
      objects("a presenter lists the fields that leave, each by name: a spread lets new ones out unseen");
    if (isCallOf(node, "service") && !SERVICES.test(file))
      objects("a service is named by a round, a command of the command line or a demonstration alone");
    if (isProperty(node, "kind", "service") && !SERVICES.test(file))
      objects("an actor of its own making: a person, a holder or a service is found or named elsewhere");
    if (isProperty(node, "areas", "all") && !WHOLE_REACH.test(file))
      objects("the reach of every area is a service's, by scopeOf");
    if (isText(node, "<identity>") && !SIGN_IN.test(file))
      objects("the scope of the sign-in is the sign-in's: it opens passwords and sessions");
    if (isProperty(node, "sensitive", true) && OTHER_POLICIES.test(file))
      objects("a policy is sensitive where its module stands under src/sensitive, and nowhere else");
    if (
      /^src\/sensitive\/.*[/.]?access\.ts$/.test(file) &&
      isCallOf(node, "definePolicy") &&
      !saysSensitive(node)
    )
      objects("the policy of a module under src/sensitive says so: definePolicy({…}, { sensitive: true })");
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

/** A whole file with a door in it under another name, handed on, or loaded late: nobody could see which door is used. */
function wholeImportProblems(file: string, node: Node): string[] {
  const whole =
    node.type !== "ImportDeclaration" ||
    (node.specifiers as Node[]).some(({ type }) => type === "ImportNamespaceSpecifier");
  const source =
    (node.source as { value?: string } | null)?.value ??
    (node.arguments as { expression: { value?: string } }[] | undefined)?.[0]?.expression.value ??
    "";
  const door = whole ? DOORS.find((one) => one.from.test(source) && !one.may.test(file)) : undefined;
  return door ? [`${file}: takes ${source} as a whole: ${door.mend}`] : [];
}

const isReExport = (node: Node) =>
  ["ExportAllDeclaration", "ExportNamedDeclaration"].includes(node.type) && node.source !== null;

const calleeOf = (node: Node) => node.callee as { type: string; value?: string };
const isLateImport = (node: Node) => node.type === "CallExpression" && calleeOf(node).type === "Import";
const isCallOf = (node: Node, name: string) =>
  node.type === "CallExpression" && calleeOf(node).type === "Identifier" && calleeOf(node).value === name;

const isCast = (node: Node) => node.type === "TsAsExpression" || node.type === "TsTypeAssertion";

/** The names under which a file knows these types: as they are called, imported otherwise, or by a type of its own. */
function namesFor(body: unknown, names: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Set(names);
  walk(body, (node) => {
    if (node.type === "ImportSpecifier") {
      const { imported, local } = node as unknown as {
        imported?: { value: string };
        local: { value: string };
      };
      if (names.has(imported?.value ?? "")) known.add(local.value);
    }
    if (node.type === "TsTypeAliasDeclaration" && mentions(node.typeAnnotation, known))
      known.add((node.id as { value: string }).value);
  });
  return known;
}

/** Whether the type that is cast to holds one of the names in any place: `Permit`, `x.Permit`, `Permit & {}`, `Permit[]`. */
const castsToMinted = (node: Node, names: ReadonlySet<string>) => mentions(node.typeAnnotation, names);

function mentions(type: unknown, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(type, (node) => {
    if (node.type === "TsTypeReference") {
      const name = node.typeName as { value?: string; right?: { value: string } };
      found ||= names.has(name.value ?? name.right?.value ?? "") || /Permit$/.test(name.value ?? "");
    }
  });
  return found;
}

/** Whether it is a property of that name with that value, cast or not. */
function isProperty(node: Node, key: string, value: string | boolean): boolean {
  if (node.type !== "KeyValueProperty") return false;
  const named = (node.key as { value?: string }).value;
  let given = node.value as Node & { value?: unknown };
  while (isCast(given) || given.type === "TsConstAssertion") given = given.expression as typeof given;
  return named === key && given.value === value;
}

const isText = (node: Node, text: string) => node.type === "StringLiteral" && node.value === text;

const OTHER_POLICIES = /^src\/(?!sensitive\/).*[/.]access\.ts$/;

function saysSensitive(node: Node): boolean {
  let said = false;
  walk(node.arguments, (one) => {
    said ||= isProperty(one, "sensitive", true);
  });
  return said;
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
