import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, ROLES, type Role, service, VISITOR } from "#foundation/actors/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { type PlanAction, planPolicy } from "./access.ts";

const HERE = "sma-32-02" as AreaId;
const ABOVE = "32" as AreaId;
const ELSEWHERE = "14150" as AreaId;
const OWN = "own" as OrganisationId;
const OTHER = "other" as OrganisationId;
const ACTIONS = Object.keys(planPolicy.rights) as PlanAction[];

const OPEN: readonly PlanAction[] = ["plan.find", "plan.read-published", "plan-library.read"];
const BY_HOST: readonly PlanAction[] = [
  "activity.enter",
  "activity.save",
  "activity-file.add",
  "activity-file.remove",
];
const FROM_ELSEWHERE: readonly PlanAction[] = ["activity.record", "activity.withdraw"];
const BY_CLOCK: readonly PlanAction[] = [
  "activity-count.list-due",
  "activity-count.refresh",
  "activity-count.take",
];
const BY_JOB: readonly PlanAction[] = [
  "activity-import.list-under-way",
  "activity-import.run",
  "activity-import.fail",
];
/** Looks that are of use to those alone who edit. */
const TO_EDIT: readonly PlanAction[] = [
  "activity-import.read-rejected",
  "activity-import.list",
  "activity-import.read",
  "plan-part.list-deleted",
  "plan-part.read-restored",
];
const OTHERS: readonly PlanAction[] = [
  ...OPEN,
  ...BY_HOST,
  ...FROM_ELSEWHERE,
  ...BY_CLOCK,
  ...BY_JOB,
  "plan-comment.write",
  "plan-comment.list-recent",
];
const reads = (action: PlanAction) =>
  /\.(list|read|report|count)$/.test(action) && ![...TO_EDIT, ...OTHERS].includes(action);
const READS = ACTIONS.filter(reads);
const EDITS = ACTIONS.filter((action) => !reads(action) && !OTHERS.includes(action));

const person = (role: Role, areas: readonly AreaId[], reach: readonly AreaId[] | "all"): Actor => ({
  kind: "person",
  userId: "u" as UserId,
  name: "u",
  memberships: [{ organisationId: OWN, role, areas }],
  reach,
});

const may = (actor: Actor, action: PlanAction, host?: OrganisationId) =>
  planPolicy.may(actor, action, { type: "plan", area: HERE, ...(host ? { host } : {}) });
const anyPerson = [
  fc.constantFrom(...ROLES),
  fc.subarray([HERE, ABOVE, ELSEWHERE]),
  fc.oneof(fc.constant("all" as const), fc.subarray([HERE, ABOVE, ELSEWHERE])),
] as const;

describe("who may do what with a plan", () => {
  it("lets nobody but the secretariat edit, publish, delete or take imports back, whoever asks", () => {
    expect(EDITS).toEqual(
      expect.arrayContaining(["issue.save", "plan.publish", "plan-part.remove", "activity-import.withdraw"]),
    );
    fc.assert(
      fc.property(...anyPerson, fc.constantFrom(...EDITS), (role, areas, reach, action) => {
        const granted = may(person(role, areas, reach), action) !== undefined;
        expect(granted).toBe(role === "coordinator" && areas.includes(HERE));
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it("lets the secretariat and members of the area itself comment, and nobody else", () => {
    fc.assert(
      fc.property(...anyPerson, (role, areas, reach) => {
        const granted = may(person(role, areas, reach), "plan-comment.write") !== undefined;
        expect(granted).toBe(["coordinator", "member"].includes(role) && areas.includes(HERE));
      }),
      { seed: 4 },
    );
  });

  it.each(BY_HOST)("%s: of a member the activities of the own organisation alone", (action) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.subarray([HERE, ELSEWHERE]),
        fc.constantFrom(undefined, OWN, OTHER),
        (role, areas, host) => {
          const granted = may(person(role, areas, areas), action, host) !== undefined;
          const secretariat = role === "coordinator" && areas.includes(HERE);
          expect(granted).toBe(secretariat || (role === "member" && areas.includes(HERE) && host === OWN));
        },
      ),
      { seed: 4 },
    );
  });

  it.each([
    ["the prefecture", person("coordinator", [ABOVE], [ABOVE, HERE]), true],
    ["the auditor of the nation", person("auditor", [], "all"), true],
    ["a member", person("member", [HERE], [HERE]), true],
    ["a neighbour", person("coordinator", [ELSEWHERE], [ELSEWHERE]), false],
    ["a workplace of the area", person("workplace", [HERE], [HERE]), false],
    ["a supporter further up", person("provider", [ABOVE], [ABOVE, HERE]), false],
    ["somebody without a session", VISITOR, false],
  ])("%s reads the plan: %s", (_who, actor, granted) => {
    expect(READS.filter((action) => (may(actor, action) !== undefined) !== granted)).toEqual([]);
    for (const action of OPEN) expect(may(actor, action)).toBe("anyone");
  });

  it.each([
    ["the secretariat", person("coordinator", [HERE], [HERE]), true],
    ["a supporter of the area", person("provider", [HERE], [HERE]), true],
    [
      "the holder of an answer's link",
      { kind: "holder", purpose: "answer", area: HERE, subject: "1", detail: {} },
      true,
    ],
    [
      "of one elsewhere",
      { kind: "holder", purpose: "answer", area: ELSEWHERE, subject: "1", detail: {} },
      false,
    ],
    ["of a receipt", { kind: "holder", purpose: "receipt", area: HERE, subject: "1", detail: {} }, false],
    ["a supporter elsewhere", person("provider", [ELSEWHERE], [ELSEWHERE]), false],
    ["a member", person("member", [HERE], [HERE]), false],
    ["somebody without a session", VISITOR, false],
  ] as const)("%s counts what another module knows was done: %s", (_who, actor, granted) => {
    for (const action of FROM_ELSEWHERE) expect(may(actor, action) !== undefined).toBe(granted);
  });

  it("lets the system do what its commands and rounds really do", () => {
    const rights = (name: string) =>
      ACTIONS.filter((action) => !OPEN.includes(action) && may(service(name), action) !== undefined);
    expect(rights("cli")).toEqual(["plan.read", "plan.report"]);
    expect(rights("board")).toEqual(["plan.report"]);
    expect(rights("plan-counts")).toEqual(BY_CLOCK);
    expect(rights("import")).toEqual(BY_JOB);
    expect(rights("demonstration")).toContain("activity.enter");
    expect(rights("demonstration").filter((action) => /save|remove|comment|import/.test(action))).toEqual([]);
    expect(rights("anything else")).toEqual([]);
  });
});
