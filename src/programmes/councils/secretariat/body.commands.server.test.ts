import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { listParents, readTree } from "../bodies/body-tree.queries.server.ts";
import { findCouncilPlace } from "../bodies/council-place.queries.server.ts";
import { addMember, changeMember, listBodies, memberValues } from "../bodies/member.usecases.server.ts";
import { areasBelow, readBoard } from "../maturity/board.usecases.server.ts";
import { makeBody, makeMember } from "../testing.ts";
import { bodyValues, changeBody, createBody } from "./body.commands.server.ts";
import { removePart, restorePart } from "./council-part.usecases.server.ts";

const app = testApp();
const PREFECTURE = "32" as AreaId;
const HERE = "sma-32-03" as AreaId;
const NOBODY = "0198f2a0-0000-7000-8000-0000000000ff";
const NEXT_DOOR = "sma-32-04" as AreaId;
const clerk = person("coordinator", HERE);
const above = person("coordinator", PREFECTURE, { reach: [PREFECTURE, HERE, NEXT_DOOR] });
const made = (actor: Actor, area: AreaId, kind: string, name: string, parentId = "") =>
  makeBody(app, actor, area, { kind, name, parentId });
const lines = async (actor: Actor, area: AreaId) =>
  expectOk(await readTree(app, actor, { area })).map((line) => `${"・".repeat(line.depth)}${line.name}`);

beforeAll(async () => {
  await loadReferenceAreas(app);
});

it("places a district's council under the prefecture's, and shows both sides the tree", async () => {
  const prefecture = await made(above, PREFECTURE, "prefecture_council", "県の協議会");
  const inner = await made(above, PREFECTURE, "working_group", "県の作業部会", prefecture);
  await made(person("coordinator", NEXT_DOOR), NEXT_DOOR, "area_council", "となりの協議会");
  const council = await made(clerk, HERE, "area_council", "圏域の協議会", prefecture);
  await made(clerk, HERE, "working_group", "圏域の作業部会", council);

  expect(expectOk(await listParents(app, clerk, { area: HERE })).map((one) => one.name)).toEqual([
    "圏域の協議会",
    "圏域の作業部会",
    "県の協議会",
  ]);
  expect(await lines(clerk, HERE)).toEqual(["県の協議会", "・圏域の協議会", "・・圏域の作業部会"]);
  expect(await lines(above, PREFECTURE)).toEqual([
    "県の協議会",
    "・県の作業部会",
    "・圏域の協議会",
    "・・圏域の作業部会",
  ]);

  const board = expectOk(await readBoard(app, VISITOR, {}));
  expect(board.page.rows.find((row) => row.area.id === HERE)?.over).toBe("県の協議会");

  const group = { kind: "working_group", name: "x", parentId: inner };
  expect(await createBody(app, clerk, { area: HERE }, group)).toMatchObject({ error: { kind: "not-found" } });
  const upside = { kind: "prefecture_council", name: "県の協議会", parentId: council };
  expect(await changeBody(app, above, { area: PREFECTURE, body: prefecture }, upside)).toMatchObject({
    error: { kind: "not-found" },
  });
  expectOk(await removePart.body(app, above, { area: PREFECTURE, id: prefecture }));
  expect((await lines(clerk, HERE))[0]).toBe("圏域の協議会");
  expectOk(await restorePart(app, above, { area: PREFECTURE, kind: "body", id: prefecture }));
  expect((await lines(clerk, HERE))[0]).toBe("県の協議会");
});

it("lets anyone know a council's name, and nobody outside who sits in it", async () => {
  const bodyId = await made(clerk, HERE, "area_council", "名前は公開");
  const group = await made(clerk, HERE, "working_group", "部会は内部");
  await makeMember(app, clerk, HERE, bodyId, { representative: "代表者" });
  for (const areas of [[], [NEXT_DOOR]]) {
    const { rows } = await withRows(app.db, { actor: "somebody", areas }, (tx) =>
      sql<{ id: string; members: number }>`select id, (select count(*)::int from council_member) as members
        from council_body where id in (${bodyId}, ${group})`.execute(db(tx)),
    );
    expect(rows).toEqual([{ id: bodyId, members: 0 }]);
  }
  expect(await readTree(app, VISITOR, { area: HERE })).toMatchObject({ error: { kind: "forbidden" } });
});

it("refuses whoever may not, members of nothing, and a body below itself, also by way of a deleted one", async () => {
  const member = person("member", HERE);
  const top = await made(clerk, HERE, "area_council", "上");
  const middle = await made(clerk, HERE, "working_group", "中", top);
  const bottom = await made(clerk, HERE, "working_group", "下", middle);
  const upside = (parentId: string) => {
    const input = { kind: "area_council", name: "上", parentId };
    return changeBody(app, clerk, { area: HERE, body: top }, input);
  };
  const refused = { error: { kind: "invalid", fields: { parentId: [expect.any(String)] } } };
  for (const id of [top, middle, bottom]) expect(await upside(id)).toMatchObject(refused);
  expect(await createBody(app, member, { area: HERE }, { kind: "other", name: "x" })).toMatchObject({
    error: { kind: "forbidden" },
  });
  const seat = { organisation: "x", sector: "commerce" };
  expect(await addMember(app, clerk, { area: HERE, body: NOBODY }, seat)).toMatchObject({
    error: { kind: "not-found" },
  });

  const ids = async () => expectOk(await listBodies(app, member, { area: HERE })).map((body) => body.id);
  expectOk(await removePart.body(app, clerk, { area: HERE, id: middle }));
  expect(await ids()).not.toContain(middle);
  expect(await upside(bottom)).toMatchObject(refused);
  expectOk(await restorePart(app, clerk, { area: HERE, kind: "body", id: middle }));
  expect(await ids()).toContain(middle);
});

it("places two that are put under each other at once in a line, never in a circle", async () => {
  for (let round = 0; round < 5; round += 1) {
    const [first, second] = [
      await made(clerk, HERE, "working_group", "甲"),
      await made(clerk, HERE, "working_group", "乙"),
    ];
    const under = (id: string, parentId: string) =>
      changeBody(app, clerk, { area: HERE, body: id }, { kind: "working_group", name: "部会", parentId });
    const both = await Promise.all([under(first, second), under(second, first)]);
    expect(both.filter((one) => !one.ok)).toMatchObject([{ error: { kind: "invalid" } }]);
  }
});

it("makes one body and one member of a form that was sent twice at once", async () => {
  const area = "sma-32-02" as AreaId;
  const staff = person("coordinator", area);
  const once = (form: string) => `0198f2a0-0000-7000-8000-00000000000${form}`;
  const twice = async (send: () => ReturnType<typeof createBody>) => {
    const [first, second] = (await Promise.all([send(), send()])).map(expectOk);
    expect(second).toEqual(first);
    return first!.id;
  };
  const council = { kind: "area_council", name: "協議会", once: once("b") };
  const body = await twice(() => createBody(app, staff, { area }, council));
  const seat = { organisation: "商工会", sector: "commerce", once: once("c") };
  const member = await twice(() => addMember(app, staff, { area, body }, seat));
  expect(expectOk(await listBodies(app, staff, { area }))).toMatchObject([
    { id: body, members: [{ id: member, organisation: "商工会" }] },
  ]);
});

it("tells the second of two who change a body at once, and writes over nothing", async () => {
  const area = "sma-32-05" as AreaId;
  const clerk = person("coordinator", area);
  const input = { kind: "area_council", name: "協議会", termsOfReference: "はじめの要綱" };
  const id = await makeBody(app, clerk, area, input);
  const body = async () => expectOk(await listBodies(app, clerk, { area })).find((one) => one.id === id)!;
  const shown = fingerprintOf(bodyValues(await body()));
  const save = (termsOfReference: string, seen = shown) =>
    changeBody(app, clerk, { area, body: id }, { ...input, termsOfReference, seen });
  const both = await Promise.all([save("先の要綱"), save("後の要綱")]);
  expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
  const kept = await body();
  const { termsOfReference } = kept;
  expect(both.find((one) => !one.ok)).toMatchObject({
    error: { kind: "overtaken", now: { termsOfReference } },
  });
  // The same sent again is there already.
  expectOk(await save(termsOfReference));
  expectOk(await save("合わせた要綱", fingerprintOf(bodyValues(kept))));
  expect((await body()).termsOfReference).toBe("合わせた要綱");
});

it("tells the second of two who change a member, and shows nobody else its address", async () => {
  const area = "sma-32-06" as AreaId;
  const clerk = person("coordinator", area);
  const body = await makeBody(app, clerk, area);
  const id = await makeMember(app, clerk, area, body, { email: "office@example.jp" });
  const memberFor = async (actor: Actor) => expectOk(await listBodies(app, actor, { area }))[0]!.members[0]!;
  const { email, ...shown } = await memberFor(clerk);
  const values = memberValues({ ...shown, email: email! });
  const save = (change: object) => changeMember(app, clerk, { area, body, id }, { ...values, ...change });
  const seen = fingerprintOf(values);
  expectOk(await save({ representative: "所長", seen }));
  expect(await save({ representative: "課長", seen })).toMatchObject({
    error: { kind: "overtaken", now: { representative: "所長" } },
  });
  expect(await memberFor(person("member", area))).toMatchObject({
    representative: "所長",
    reachable: true,
    email: null,
  });
});

it("lists a prefecture the areas whose councils it may read, and nobody else's", async () => {
  const below = async (actor: Actor, area: AreaId) =>
    expectOk(await areasBelow(app, actor, expectOk(await findCouncilPlace(app, actor, { area })).area)).map(
      (row) => row.area.id,
    );
  expect((await below(above, PREFECTURE)).sort()).toEqual([HERE, NEXT_DOOR]);
  expect(await below(above, HERE)).toEqual([]);
  expect(await below(person("member", PREFECTURE, { reach: [PREFECTURE, HERE] }), PREFECTURE)).toEqual([]);
});
