import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { type Actor, type Role, VISITOR } from "#foundation/identity/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { readBoard } from "../board/usecases.server.ts";
import { removeFromCouncil, restoreToCouncil } from "../deleting/usecases.server.ts";
import { saveMember } from "../usecases.server.ts";
import { listParents, readTree, saveBody } from "./usecases.server.ts";

const app = testApp();
const PREFECTURE = "32" as AreaId;
const HERE = "sma-32-03" as AreaId;
const NEXT_DOOR = "sma-32-04" as AreaId;
const person = (role: Role, area: AreaId, reach = [area]): Actor => ({
  kind: "person",
  userId: `u-${role}-${area}` as UserId,
  name: role,
  memberships: [
    { organisationId: "0198f2a0-0000-7000-8000-000000000001" as OrganisationId, role, areas: [area] },
  ],
  reach,
});
const clerk = person("coordinator", HERE);
const above = person("coordinator", PREFECTURE, [PREFECTURE, HERE, NEXT_DOOR]);
const made = async (actor: Actor, area: AreaId, kind: string, name: string, parentId = "") =>
  expectOk(await saveBody(app, actor, area, { kind, name, parentId })).id;
const lines = async (actor: Actor, area: AreaId) =>
  expectOk(await readTree(app, actor, area)).map((line) => `${"・".repeat(line.depth)}${line.name}`);

beforeAll(async () => {
  await loadReferenceAreas(app);
});

it("places a district's council under the prefecture's, and shows both sides the tree", async () => {
  const prefecture = await made(above, PREFECTURE, "prefecture_council", "県の協議会");
  const inner = await made(above, PREFECTURE, "working_group", "県の作業部会", prefecture);
  await made(person("coordinator", NEXT_DOOR), NEXT_DOOR, "area_council", "となりの協議会");
  const council = await made(clerk, HERE, "area_council", "圏域の協議会", prefecture);
  await made(clerk, HERE, "working_group", "圏域の作業部会", council);

  expect(expectOk(await listParents(app, clerk, HERE)).map((one) => one.name)).toEqual([
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

  const board = expectOk(await readBoard(app, VISITOR, { kind: "secondary_medical_area" }));
  expect(board.rows.find((row) => row.area.id === HERE)?.over).toBe("県の協議会");

  const group = { kind: "working_group", name: "x", parentId: inner };
  expect(await saveBody(app, clerk, HERE, group)).toMatchObject({ error: { kind: "not-found" } });
  const upside = { kind: "prefecture_council", name: "県の協議会", parentId: council };
  expect(await saveBody(app, above, PREFECTURE, upside, prefecture)).toMatchObject({
    error: { kind: "not-found" },
  });
  expectOk(await removeFromCouncil(app, above, PREFECTURE, "body", prefecture));
  expect((await lines(clerk, HERE))[0]).toBe("圏域の協議会");
  expectOk(await restoreToCouncil(app, above, PREFECTURE, "body", prefecture));
  expect((await lines(clerk, HERE))[0]).toBe("県の協議会");
});

it("lets anyone know a council's name, and nobody outside who sits in it", async () => {
  const bodyId = await made(clerk, HERE, "area_council", "名前は公開");
  const group = await made(clerk, HERE, "working_group", "部会は内部");
  const seat = { bodyId, organisation: "商工会議所", sector: "commerce", representative: "代表者" };
  expectOk(await saveMember(app, clerk, HERE, seat));
  for (const areas of [[], [NEXT_DOOR]]) {
    const { rows } = await inTransaction(app.db, { actor: "somebody", areas }, (tx) =>
      sql<{ id: string; members: number }>`select id, (select count(*)::int from council_member) as members
        from council_body where id in (${bodyId}, ${group})`.execute(tx),
    );
    expect(rows).toEqual([{ id: bodyId, members: 0 }]);
  }
  expect(await readTree(app, VISITOR, HERE)).toMatchObject({ error: { kind: "forbidden" } });
});
