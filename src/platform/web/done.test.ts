import { expect, it } from "vitest";
import { doneHeaders } from "./done.ts";

it.each([
  ["/areas/hamada/plan?published=2", "plan.publish"],
  ["/areas/hamada/checkups/editions?made=3", "checkup-edition.publish"],
  ["/areas/hamada/directory/1?lang=en&reported=1", "resource.report"],
  ["/imports/1", "import.take"],
])("leaves it to the page of %s to say what was done", (address, command) =>
  expect(doneHeaders(address, command)).toEqual({}),
);

it("tells other pages which command was done", () =>
  expect(doneHeaders("/areas/hamada/plan?year=2026", "plan.publish")["Set-Cookie"]).toMatch(
    /^yui-done=plan\.publish; /,
  ));
