import { describe, expect, it } from "vitest";
import type { Role } from "#foundation/actors/public.ts";
import { actorOf } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { placeAfter } from "./place-after.rules.ts";

describe("placeAfter", () => {
  it.each([
    ["/members?q=a", "/members?q=a"],
    ["/", "/"],
    [undefined, "/today"],
    ["", "/today"],
    ["https://evil.example/", "/today"],
    ["//evil.example/", "/today"],
    ["/\\evil.example", "/today"],
    ["/a\\b", "/a/b"],
    ["/\t/evil.example", "/today"],
    ["/\n/evil.example", "/today"],
    ["/./\t/evil.example", "/today"],
    ["/a/..//evil.example", "/today"],
    ["/a\nb", "/ab"],
    ["/organisations?q=保健", "/organisations?q=%E4%BF%9D%E5%81%A5"],
    ["javascript:alert(1)", "/today"],
    ["/sign-in", "/today"],
    ["/sign-out", "/today"],
    ["/lock?next=/lock", "/today"],
  ])("goes from next=%s to %s", (next, place) => {
    const url = new URL("http://localhost/sign-in");
    if (next !== undefined) url.searchParams.set("next", next);
    expect(placeAfter(url)).toBe(place);
  });
});

describe("actorOf", () => {
  const actor = (role: Role, areaId: string) =>
    actorOf({
      userId: "u" as UserId,
      name: "n",
      memberships: [{ organisationId: "o" as OrganisationId, role, areaId: areaId as AreaId }],
      reach: ["32"] as AreaId[],
    });

  it.each([
    ["administrator", "jp", "all"],
    ["auditor", "jp", "all"],
    ["coordinator", "jp", ["32"]],
    ["administrator", "32", ["32"]],
    ["auditor", "32", ["32"]],
  ] as const)("lets %s of %s reach %s", (role, area, reach) => {
    expect(actor(role, area).reach).toEqual(reach);
  });
});
