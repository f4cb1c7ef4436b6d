import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const STYLE = readFileSync(new URL("app.css", import.meta.url), "utf8");

it('uses no variable that nothing sets: a colour of the theme is theme("colors.…")', () => {
  const set = new Set([...STYLE.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const used = [...STYLE.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
  expect(used).not.toEqual([]);
  expect(used.filter((name) => !set.has(name))).toEqual([]);
});
