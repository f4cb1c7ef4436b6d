import { expect, it } from "vitest";
import { nationalStatus } from "./board.usecases.server.ts";

it("knows how many councils the ministry counted", () => {
  expect(nationalStatus().map((one) => [one.asOf, one.established, one.total])).toEqual([
    ["2009-09-01", 47, 47],
    ["2009-09-01", 320, 346],
    ["2009-09-01", 342, null],
  ]);
});
