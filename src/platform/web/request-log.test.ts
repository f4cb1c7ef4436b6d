import { expect, it } from "vitest";
import { routePatterns } from "./request-log.ts";

const patternOf = routePatterns({
  root: { id: "root", path: "" },
  home: { id: "home", parentId: "root", index: true },
  frame: { id: "frame", parentId: "root" },
  area: { id: "area", parentId: "frame", path: "areas/:area" },
  year: { id: "year", parentId: "area", path: "years/:year" },
  answer: { id: "answer", parentId: "root", path: "/answers/:token" },
});

it.each([
  ["/", "/"],
  ["/_root.data", "/"],
  ["/areas/sagamihara", "/areas/:area"],
  ["/areas/sagamihara.data", "/areas/:area"],
  ["/areas/sagamihara/years/2009", "/areas/:area/years/:year"],
  ["/answers/9f2c-secret", "/answers/:token"],
  ["/somebody@example.org", "(none)"],
])("logs %s as %s", (path, pattern) => {
  expect(patternOf(path)).toBe(pattern);
});
