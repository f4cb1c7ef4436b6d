import { RELATIONS } from "../table.ts";
import { PEOPLE } from "./people.ts";
import { noSuchButton, type Tried } from "./run.ts";

const HEAD = `# What each page answers to whom

Made by \`npm run whole -- http\` from every address of the app: each page and file was asked for, and each of
its buttons pressed, through a running server as everybody, on rows of the actor's **own** area and office, of an **other
office** of that area, of the **neighbour** and of a **foreign** area, and on one that has **ended** or was **deleted**.
A cell names the rows on which it was answered; *all* are all there are, – is nowhere, *sign in* leads there. What the
policies say is in [access.md](access.md). \`UPDATE_ACCESS=1 npm run whole -- http\` writes the page anew, to be
reviewed like code.
`;

/** The page that a person reads: a table for each address, its buttons below it. */
export function httpDocument(table: readonly Tried[]): string {
  const shown = table.filter((one) => !noSuchButton(one));
  const parts = Map.groupBy(shown, ({ path }) => path.split("/").slice(0, 3).join("/"));
  const tables = [...parts].map(([part, own]) =>
    [
      `## /${part}`,
      "",
      `| | ${[...PEOPLE, "links"].join(" | ")} |`,
      `| --- |${" --- |".repeat(PEOPLE.length + 1)}`,
      ...own.map(
        (one) => `| ${[nameOf(one), ...PEOPLE.map((who) => cell(one, who)), links(one)].join(" | ")} |`,
      ),
      "",
    ].join("\n"),
  );
  return [HEAD, ...tables].join("\n");
}

const nameOf = ({ path, button }: Tried) => (button === undefined ? `/${path}` : `· ${button}`);

function cell({ answers }: Tried, who: string): string {
  const own = answers[who] ?? {};
  const there = RELATIONS.filter((relation) => own[relation] !== undefined);
  const open = there.filter((relation) => own[relation] === "open");
  if (open.length > 0) return open.length === there.length ? "all" : open.join(", ");
  return there.length > 0 && there.every((relation) => own[relation] === "sign in") ? "sign in" : "–";
}

function links(tried: Tried): string {
  const open = Object.keys(tried.answers)
    .filter((who) => !PEOPLE.includes(who))
    .sort()
    .map((who) => [who, cell(tried, who)] as const)
    .filter(([, where]) => where !== "–")
    .map(([who, where]) => (where === "all" ? who : `${who} (${where})`));
  return open.length === 0 ? "–" : open.join("; ");
}
