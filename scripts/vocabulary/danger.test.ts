import { expect, it } from "vitest";
import { dangerProblems } from "./danger.ts";

const PAGE = "src/programmes/plan/pages/issue.tsx";
const RED = '<CommandForm command="a.end" kind="danger" />';

it("tells of a red button that acts at one press", () => {
  expect(dangerProblems(PAGE, `<p>\n${RED}\n</p>`)).toEqual([
    `${PAGE}:2: a red button acts at one press; use Removal, which names what goes and asks`,
  ]);
  expect(dangerProblems(PAGE, `<Folded summary="a">b</Folded>\n${RED}`)).toHaveLength(1);
  expect(dangerProblems(PAGE, `<Removal open="a" />\n${RED}`)).toHaveLength(1);
});

it.each([
  `<Folded summary="a">${RED}</Folded>`,
  `<details>${RED}</details>`,
  '<OutwardForm command="a.end" kind="danger">',
])("is content with what asks first: %s", (text) => {
  expect(dangerProblems(PAGE, text)).toEqual([]);
});
