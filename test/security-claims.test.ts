import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Of each row: the files of tests that it names, each with the names of tests that follow it. */
const named = readFileSync("SECURITY.md", "utf8")
  .split("## What holds it")[1]!
  .split("\n")
  .filter((line) => /^\| (?!claim|---)/.test(line))
  .flatMap((line) => {
    const [, claim, tests] = line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, ""));
    return [...(tests ?? claim!).matchAll(/`([^`]+\.test\.ts)`([^`]*)/g)].flatMap(([, file, rest]) =>
      [...rest!.matchAll(/"([^"]+)"/g)].map(([, name]) => [file!, name!] as const),
    );
  });

it("names many", () => expect(named.length).toBeGreaterThan(25));

it.each(named)("%s has: %s", (file, name) => {
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, "utf8")).toContain(`it("${name}`);
});
