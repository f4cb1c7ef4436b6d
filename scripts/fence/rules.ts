import type { IRegularForbiddenRuleType } from "dependency-cruiser";

/** The tiers from left to right, by how personal their data is. Imports go left only. */
export const TIERS = ["platform", "foundation", "evidence", "programmes", "sensitive"] as const;

const TEST = "\\.test\\.tsx?$";
const MODULE_TIERS = TIERS.slice(1).join("|");
/** What an entry point assembles from the modules. */
const ENTRANCES = ["^src/[^/]+/[^/]+/(public|module)\\.ts$", "^src/.+/api\\.server\\.ts$"];
const PURE = "[/.](schema|rules|access|present|messages)\\.ts$";

/** `comment` is what the person who broke the rule reads: it says how to mend it. */
type Rule = IRegularForbiddenRuleType & { name: string; comment: string };
const rule = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType["from"],
  to: IRegularForbiddenRuleType["to"],
): Rule => ({
  name,
  comment,
  severity: "error",
  from,
  to,
});

const leftOnly = TIERS.slice(0, -1).map((tier, index) =>
  rule(
    `left-of-${TIERS[index + 1]}`,
    `imports go left only (${TIERS.join(" <- ")}): move the shared part left, or let the right tier call`,
    { path: `^src/${tier}/` },
    { path: `^src/(${TIERS.slice(index + 1).join("|")})/` },
  ),
);

export const RULES: readonly Rule[] = [
  ...leftOnly,
  rule(
    "meet-at-public",
    "modules meet at public.ts: import #tier/module/public.ts, and export there what others need",
    { path: `^src/(${MODULE_TIERS})/([^/]+)/` },
    { path: `^src/(${MODULE_TIERS})/`, pathNot: [`^src/$1/$2/`, "^src/[^/]+/[^/]+/(public|testing)\\.ts$"] },
  ),
  rule(
    "testing-is-for-tests",
    "testing.ts makes examples for tests: code that runs has no use for it",
    { path: "^src/", pathNot: [TEST, "[/.]testing\\.ts$"] },
    { path: "[/.]testing\\.ts$" },
  ),
  rule(
    "entrances-only",
    "entry points know a module by its module.ts, public.ts or api.server.ts",
    { path: "^src/(shell/.+|[^/]+)\\.tsx?$", pathNot: TEST },
    { path: `^src/(${MODULE_TIERS})/`, pathNot: ENTRANCES },
  ),
  rule(
    "one-list-of-modules",
    "module.ts is for src/modules.ts alone: take what is put together there, or use the module's public.ts",
    { pathNot: "^src/modules\\.ts$" },
    { path: "^src/[^/]+/[^/]+/module\\.ts$" },
  ),
  rule(
    "module-loads-late",
    "module.ts is read by each command: import only words at its top, and the rest inside the function that wants it",
    { path: "^src/[^/]+/[^/]+/module\\.ts$" },
    {
      path: "^(src|node_modules)/",
      pathNot: ["[/.]messages\\.ts$", "^src/foundation/modules/public\\.ts$"],
      dynamic: false,
      dependencyTypesNot: ["type-only"],
    },
  ),
  rule(
    "outside-meets-at-public",
    "what stands outside src/ uses modules by their public.ts, cli.ts or api.server.ts",
    { path: "^(test|scripts)/" },
    { path: `^src/(${MODULE_TIERS})/`, pathNot: "^src/[^/]+/[^/]+/(public|cli|testing|api\\.server)\\.ts$" },
  ),
  rule(
    "nothing-outside-imports-sensitive",
    "nothing outside sensitive/ imports it; a sensitive module pushes suppressed aggregates to the left",
    { pathNot: ["^src/sensitive/", "^src/[^/]+\\.ts$", "^(test/journeys|bench)/"] },
    { path: "^src/sensitive/" },
  ),
  rule(
    "store-stays-in-its-module",
    "store.server.ts is the module's own: ask a use-case through public.ts",
    { pathNot: `^src/(${MODULE_TIERS})/` },
    { path: `[/.]store\\.server\\.ts$` },
  ),
  rule(
    "pages-hold-no-sql",
    "a page calls a use-case, never the store",
    { path: "^src/.+/(pages|parts)/", pathNot: TEST },
    { path: ["[/.]store\\.server\\.ts$", "^node_modules/(kysely|pg)/"] },
  ),
  rule(
    "pure-files-are-pure",
    "schema, rules, access, present and messages are pure: hand in what they need as arguments",
    { path: `^src/(${MODULE_TIERS})/.*${PURE}` },
    // Writing CSV cells and calendars is text in, text out; so is reading the cells and heads of a table. An order is data.
    {
      path: [
        "\\.server\\.tsx?$",
        "^src/platform/(?!kernel/|files/(csv-|calendar-file)|lists/order-by|tables/(cells|columns|mending|messages|present|questions|text)\\.ts$)",
        "^node_modules/(kysely|pg|express)/",
      ],
      dependencyTypesNot: ["type-only"],
    },
  ),
  rule(
    "pure-files-touch-no-machine",
    "schema, rules, access, present and messages are pure: files, network and processes belong to use-cases",
    { path: `^src/(${MODULE_TIERS})/.*${PURE}` },
    // A hash is a function of its argument.
    { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
  ),
  rule(
    "ui-knows-no-domain",
    "src/ui holds domain-free parts: hand the words and data in as props",
    { path: "^src/ui/", pathNot: TEST },
    { path: "^src/", pathNot: ["^src/ui/", "^src/platform/kernel/"] },
  ),
  rule(
    "platform-has-no-pages",
    "the platform knows no page: platform is left of ui",
    { path: "^src/platform/" },
    { path: "^src/ui/" },
  ),
  rule(
    "nobody-imports-an-entry-point",
    "entry points are where things start: move what is shared into a tier",
    { path: `^src/(${TIERS.join("|")}|ui)/` },
    { path: "^src/[^/]+\\.tsx?$" },
  ),
  rule(
    "tests-stay-outside",
    "code that runs imports no test and nothing under test/",
    { path: "^(src|packages)/", pathNot: [TEST, "^packages/[^/]+/test/"] },
    { path: ["^test/", TEST] },
  ),
  rule(
    "no-circle",
    "files import one another in a circle: move what both need to a file below both; types alone may",
    { path: "^src/", pathNot: TEST },
    { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  ),
  rule(
    "healthstats-is-pure",
    "healthstats is numbers in, numbers out: it runs anywhere, without the built-ins of Node",
    { path: "^packages/healthstats/(src|data)/", pathNot: TEST },
    { dependencyTypes: ["core"] },
  ),
  rule(
    "healthstats-ignores-its-command",
    "the statistics do not know the command that checks them: move the shared part to src/",
    { path: "^packages/healthstats/(src|data)/", pathNot: TEST },
    { path: "^packages/healthstats/vectors/" },
  ),
  rule(
    "packages-stand-alone",
    "a package knows nothing of the app",
    { path: "^packages/" },
    { path: "^(src|test|bench|scripts)/" },
  ),
  rule(
    "resolves",
    "the file is not there",
    {},
    { couldNotResolve: true, pathNot: ["^\\./\\+types/", "^virtual:"] },
  ),
];
