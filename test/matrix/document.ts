import { RELATIONS, type Relation, type Row } from "./table.ts";

const HEAD = `# Who may do what

Made by \`npx vitest run test/matrix\` from every declared command and query: each was run as everybody, on a subject of
the actor's **own** area and office, of an **other office** of that area, of the **neighbour** and of a **foreign** area,
and on one that has **ended** or was **deleted**. A cell names the subjects on which it was allowed; *all* are all there
are, – is nowhere. A difference fails the test; \`UPDATE_ACCESS=1 npx vitest run test/matrix\` writes the page anew, to
be reviewed like code.
`;

const PEOPLE = [
  "visitor",
  "coordinator",
  "provider",
  "workplace",
  "member",
  "caseworker",
  "analyst",
  "administrator",
  "auditor",
  "coordinator of the prefecture",
  "administrator of the prefecture",
  "auditor of the prefecture",
  "administrator of the nation",
];

/** The page that a person reads: a table for each noun, and who beside people may. */
export function accessDocument(rows: readonly Row[]): string {
  const parts = Map.groupBy(rows, ({ name }) => name.split(".")[0]!);
  const tables = [...parts].map(([noun, own]) => {
    const lines = own.map(
      (row) =>
        `| ${[`${row.name}${row.kind === "query" ? " (look)" : ""}`, ...PEOPLE.map((who) => cell(row, who)), others(row)].join(" | ")} |`,
    );
    return [
      `## ${noun}`,
      "",
      `| | ${[...PEOPLE, "links and services"].join(" | ")} |`,
      `| --- |${" --- |".repeat(PEOPLE.length + 1)}`,
      ...lines,
      "",
    ].join("\n");
  });
  return [HEAD, ...tables].join("\n");
}

function cell(row: Row, who: string): string {
  const outcomes = row.outcomes[who] ?? {};
  const there = RELATIONS.filter((relation) => outcomes[relation] !== undefined);
  const allowed = there.filter((relation) => outcomes[relation] !== "refused");
  return allowed.length === 0 ? "–" : allowed.length === there.length ? "all" : short(allowed);
}

const short = (relations: readonly Relation[]) => relations.join(", ");

function others(row: Row): string {
  const allowed = Object.keys(row.outcomes)
    .filter((who) => !PEOPLE.includes(who))
    .map((who) => [who, cell(row, who)] as const)
    .filter(([, where]) => where !== "–")
    .map(([who, where]) => (where === "all" ? who : `${who} (${where})`));
  return allowed.length === 0 ? "–" : allowed.join("; ");
}
