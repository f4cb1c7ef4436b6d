import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Role, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { createIssue } from "../chain/issue.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { findPublishedPlan, publishPlan } from "../publishing/published-plan.usecases.server.ts";
import { commentsToday, planComments } from "./comment.usecases.server.ts";

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
let of: { area: AreaId; kind: "issue"; id: string };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  const issue = expectOk(
    await createIssue(app, secretariat, { area: HERE }, { title: "働き盛りの心の健康" }),
  );
  of = { area: HERE, kind: "issue", id: issue.id };
});

const texts = async (actor: Actor) =>
  expectOk(await planComments.list(app, actor, of)).comments.map((one) => one.text);

describe("what members say of the plan", () => {
  it("is kept once, in the name of the organisation, and read by whoever reads the plan", async () => {
    const once = "0198f2a0-0000-7000-8000-00000000000a";
    const said = { text: "夜勤の<b>事業所</b>が抜けています。", once };
    expectOk(await planComments.write(app, member, of, said));
    expectOk(await planComments.write(app, member, of, said));
    expect(expectOk(await planComments.list(app, prefecture, of))).toMatchObject({
      comments: [{ text: said.text, author: "浜田市", hidden: false, can: [] }],
      mayWrite: false,
    });
    expectOk(await publishPlan(app, secretariat, { area: HERE }));
    expect(JSON.stringify(expectOk(await findPublishedPlan(app, VISITOR, { area: HERE })))).not.toContain(
      "夜勤",
    );
  });

  it("is told to the secretariat on its first screen for a week, and to nobody else", async () => {
    const told = async (actor: Actor, days = 0) => {
      const at = new Date(app.clock.now().getTime() + days * 86_400_000).toISOString();
      return expectOk(await commentsToday({ ...app, clock: fixedClock(at) }, actor, {})).map(
        ({ title }) => title,
      );
    };
    expect(await told(secretariat)).toEqual(["健康課題「働き盛りの心の健康」に意見"]);
    expect(await told(secretariat, 8)).toEqual([]);
    expect(await told(member)).toEqual([]);
    expect(await told(prefecture)).toEqual([]);
    expectOk(await planComments.write(app, secretariat, of, { text: "ありがとうございます。" }));
    expect(await told(secretariat)).toHaveLength(1);
  });

  it("is hidden by the secretariat alone, and can be shown again", async () => {
    expectOk(await planComments.write(app, member, of, { text: "個人の名前があります。" }));
    const { comments } = expectOk(await planComments.list(app, secretariat, of));
    const { id } = comments.at(-1)!;
    expect(await planComments.hide(app, member, { area: HERE, id })).toMatchObject({
      error: { kind: "forbidden" },
    });
    expectOk(await planComments.hide(app, secretariat, { area: HERE, id }));
    expect(await texts(member)).not.toContain("個人の名前があります。");
    expect(await texts(prefecture)).not.toContain("個人の名前があります。");
    expect(expectOk(await planComments.list(app, secretariat, of)).comments.at(-1)).toMatchObject({
      id,
      hidden: true,
    });
    expectOk(await planComments.show(app, secretariat, { area: HERE, id }));
    expect(await texts(member)).toContain("個人の名前があります。");
  });

  it("is refused from others, without words, and of what is not there", async () => {
    const said = { text: "意見" };
    const refused = { error: { kind: "forbidden" } };
    expect(await planComments.write(app, prefecture, of, said)).toMatchObject(refused);
    expect(await planComments.write(app, VISITOR, of, said)).toMatchObject(refused);
    expect(await planComments.list(app, VISITOR, of)).toMatchObject(refused);
    expect(await planComments.write(app, member, of, { text: " " })).toMatchObject({
      error: { kind: "invalid", fields: { text: ["意見を入力してください。"] } },
    });
    const { id } = expectOk(await createIssue(app, secretariat, { area: HERE }, { title: "削除する" }));
    expectOk(await removePart(app, secretariat, { area: HERE, kind: "issue", id }));
    expect(await planComments.write(app, member, { area: HERE, kind: "issue", id }, said)).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  it("is answered in its place, and settled and opened again by the secretariat alone", async () => {
    const { id } = expectOk(await createIssue(app, secretariat, { area: HERE }, { title: "回答" }));
    const here = { ...of, id };
    for (const text of ["質問", "別の意見"]) expectOk(await planComments.write(app, member, here, { text }));
    const view = async () => expectOk(await planComments.list(app, member, here)).comments;
    const [question, other] = await view();
    expectOk(await planComments.write(app, secretariat, here, { text: "回答", replyTo: question!.id }));
    const answer = (await view()).find((one) => one.text === "回答")!;
    expectOk(await planComments.write(app, member, here, { text: "お礼", replyTo: answer.id }));
    expect((await view()).map((one) => one.text)).toEqual(["質問", "回答", "お礼", "別の意見"]);
    expect(
      await planComments.write(app, member, of, { text: "よその回答", replyTo: other!.id }),
    ).toMatchObject({ error: { kind: "not-found" } });
    const target = { area: HERE, id: question!.id };
    expect(await planComments.settle(app, member, target)).toMatchObject({ error: { kind: "forbidden" } });
    expectOk(await planComments.settle(app, secretariat, target));
    expect((await view()).map((one) => one.settled)).toEqual([true, false, false, false]);
    expectOk(await planComments.reopen(app, secretariat, target));
    expect((await view())[0]!.settled).toBe(false);
  });
});
