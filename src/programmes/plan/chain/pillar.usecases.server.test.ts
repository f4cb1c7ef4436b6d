import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { planComments } from "../comments/comment.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { addEvidence, createIssue, getIssue } from "./issue.usecases.server.ts";
import { createPillar, listPillars, movePillar, savePillar } from "./pillar.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const area = { area: HERE };
const clerk = person("coordinator", HERE);
const titles = async () => expectOk(await listPillars(app, clerk, area)).map(({ title }) => title);

beforeAll(() => loadReferenceAreas(app));

it("tells the second of two who rename a pillar", async () => {
  const { id } = expectOk(await createPillar(app, clerk, area, { title: "はじめ" }));
  const seen = fingerprintOf({ title: "はじめ" });
  expectOk(await savePillar(app, clerk, { area: HERE, id }, { title: "一人目", seen }));
  expect(await savePillar(app, clerk, { area: HERE, id }, { title: "二人目", seen })).toMatchObject({
    error: { kind: "overtaken", now: { title: "一人目" } },
  });
  expect(await titles()).toEqual(["一人目"]);
});

it("takes every move of many at once: one that the database undid is done again", async () => {
  for (const title of ["b", "c", "d", "e"]) expectOk(await createPillar(app, clerk, area, { title }));
  const ids = expectOk(await listPillars(app, clerk, area)).map(({ id }) => id);
  const moves = Array.from({ length: 20 }, (_, turn) =>
    movePillar(app, clerk, { area: HERE, id: ids[turn % ids.length]! }, { place: (turn * 3) % ids.length }),
  );
  for (const moved of await Promise.all(moves)) expectOk(moved);
  expect(new Set(await titles()).size).toBe(5);
});

it("takes away only what belongs to what the address names", async () => {
  const [one, other] = [
    expectOk(await createIssue(app, clerk, area, { title: "血圧", description: "", seenIn: "2026" })).id,
    expectOk(await createIssue(app, clerk, area, { title: "血糖", description: "", seenIn: "2026" })).id,
  ];
  const note = { kind: "statement", text: "根拠", source: "" };
  expectOk(await addEvidence(app, clerk, { area: HERE, id: one }, note));
  const { id } = expectOk(await getIssue(app, clerk, { area: HERE, id: one })).evidence[0]!;
  const remove = (under: string) => removePart(app, clerk, { area: HERE, kind: "evidence", id, under });
  expect(await remove(other)).toMatchObject({ error: { kind: "not-found" } });
  expectOk(await remove(one));
  expect(await removePart(app, clerk, { area: HERE, kind: "issue", id: one, under: other })).toMatchObject({
    error: { kind: "not-found" },
  });

  const about = { area: HERE, kind: "issue", id: one } as const;
  expectOk(await planComments.write(app, clerk, about, { text: "意見" }));
  const comment = expectOk(await planComments.list(app, clerk, about)).comments[0]!.id;
  expect(await planComments.hide(app, clerk, { area: HERE, id: comment, of: other })).toMatchObject({
    error: { kind: "not-found" },
  });
  expectOk(await planComments.hide(app, clerk, { area: HERE, id: comment, of: one }));
});
