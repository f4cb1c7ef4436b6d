import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Role, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { findPublishedPlan, publishPlan } from "../publishing/usecases.server.ts";
import { createIssue, removeThing } from "../usecases.server.ts";
import type { Commented } from "./schema.ts";
import { commentsToday } from "./today/usecases.server.ts";
import { commentOn, hideComment, listComments } from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-02" as AreaId;
const ABOVE = "32" as AreaId;
const CITY = sampleOrganisationId(HERE, "浜田市");
const OFFICE = "0198f2a0-0000-7000-8000-000000000001" as OrganisationId;
const person = (role: Role, organisationId: OrganisationId, area = HERE): Actor => ({
  kind: "person",
  userId: `u-${role}` as UserId,
  name: role,
  memberships: [{ organisationId, role, areas: [area] }],
  reach: area === HERE ? [HERE] : [HERE, area],
});
const secretariat = person("coordinator", OFFICE);
const member = person("member", CITY);
const prefecture = person("coordinator", OFFICE, ABOVE);
let of: Commented;

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  const issue = expectOk(await createIssue(app, secretariat, HERE, { title: "働き盛りの心の健康" }));
  of = { thing: "issue", id: issue.id };
});

const texts = async (actor: Actor) =>
  expectOk(await listComments(app, actor, HERE, of)).comments.map((one) => one.text);

describe("what members say of the plan", () => {
  it("is kept once, in the name of the organisation, and read by whoever reads the plan", async () => {
    const onceKey = "0198f2a0-0000-7000-8000-00000000000a";
    const said = { text: "夜勤の<b>事業所</b>が抜けています。" };
    expectOk(await commentOn(app, member, HERE, of, said, onceKey));
    expectOk(await commentOn(app, member, HERE, of, said, onceKey));
    expect(expectOk(await listComments(app, prefecture, HERE, of))).toMatchObject({
      comments: [{ text: said.text, organisation: "浜田市", hidden: false }],
      mayComment: false,
      mayHide: false,
    });
    expectOk(await publishPlan(app, secretariat, HERE));
    expect(JSON.stringify(expectOk(await findPublishedPlan(app, VISITOR, HERE)))).not.toContain("夜勤");
  });

  it("is told to the secretariat on its first screen for a week, and to nobody else", async () => {
    const told = async (actor: Actor, days = 0) => {
      const at = new Date(app.clock.now().getTime() + days * 86_400_000).toISOString();
      return (await commentsToday({ ...app, clock: fixedClock(at) }, actor)).map((item) => item.title);
    };
    expect(await told(secretariat)).toEqual(["健康課題「働き盛りの心の健康」に意見"]);
    expect(await told(secretariat, 8)).toEqual([]);
    expect(await told(member)).toEqual([]);
    expect(await told(prefecture)).toEqual([]);
    expectOk(await commentOn(app, secretariat, HERE, of, { text: "ありがとうございます。" }));
    expect(await told(secretariat)).toHaveLength(1);
  });

  it("is hidden by the secretariat alone, and can be shown again", async () => {
    expectOk(await commentOn(app, member, HERE, of, { text: "個人の名前があります。" }));
    const { comments } = expectOk(await listComments(app, secretariat, HERE, of));
    const { id } = comments.at(-1)!;
    expect(await hideComment(app, member, HERE, id, true)).toMatchObject({ error: { kind: "forbidden" } });
    expectOk(await hideComment(app, secretariat, HERE, id, true));
    expect(await texts(member)).not.toContain("個人の名前があります。");
    expect(await texts(prefecture)).not.toContain("個人の名前があります。");
    expect(expectOk(await listComments(app, secretariat, HERE, of)).comments.at(-1)).toMatchObject({
      id,
      hidden: true,
    });
    expectOk(await hideComment(app, secretariat, HERE, id, false));
    expect(await texts(member)).toContain("個人の名前があります。");
  });

  it("is refused from others, without words, and of what is not there", async () => {
    const said = { text: "意見" };
    const refused = { error: { kind: "forbidden" } };
    expect(await commentOn(app, prefecture, HERE, of, said)).toMatchObject(refused);
    expect(await commentOn(app, VISITOR, HERE, of, said)).toMatchObject(refused);
    expect(await listComments(app, VISITOR, HERE, of)).toMatchObject(refused);
    expect(await commentOn(app, member, HERE, of, { text: " " })).toMatchObject({
      error: { kind: "invalid", fields: { text: ["意見を書いてください。"] } },
    });
    const { id } = expectOk(await createIssue(app, secretariat, HERE, { title: "消す" }));
    expectOk(await removeThing(app, secretariat, HERE, "issue", id));
    expect(await commentOn(app, member, HERE, { thing: "issue", id }, said)).toMatchObject({
      error: { kind: "not-found" },
    });
  });
});
