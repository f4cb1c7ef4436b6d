import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Actor, type Role, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { command, definePolicy, signedIn } from "#foundation/authority/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { readList } from "#platform/lists/list.ts";
import { NOW, testApp } from "#test/app.ts";
import { actorWords, deedWords, fileColumns, groundsWords, LOG_LIST } from "./present.ts";
import { exportLog, readLog } from "./usecases.server.ts";

const app = testApp();
const HAMADA = "sma-32-02" as AreaId;

const actor = (role: Role, area: string, reach: readonly string[] | "all" = [area, "jp", "32"]): Actor => ({
  kind: "person",
  userId: `${role}-${area}` as UserId,
  name: role,
  memberships: [{ organisationId: "o" as OrganisationId, role, areas: [area as AreaId] }],
  reach: reach as "all",
  provenAt: new Date(NOW),
});
const auditor = actor("auditor", "jp", "all");
const noteRead = command({
  name: "note.read",
  policy: definePolicy({ "note.read": signedIn }),
  target: z.object({ area: areaId, person: z.string().optional() }),
  subject: (_find, { area, person }) => ({
    type: "note",
    id: "1",
    area,
    ...(person === undefined ? {} : { person }),
  }),
  run: () => ok(null),
});
const clerk = actor("caseworker", HAMADA);

beforeAll(async () => {
  await loadReferenceAreas(app);
  for (let n = 0; n < 60; n++) await noteRead(app, clerk, { area: n % 2 ? HAMADA : "14150", person: "p" });
  await noteRead(app, VISITOR, { area: HAMADA });
}, 60_000);

const filter = (query = "") => ({ list: readList(LOG_LIST, new URLSearchParams(query)) });
const read = async (who: Actor, query = "") => expectOk(await readLog(app, who, filter(query))).page;

describe("reading the log", () => {
  it("is for auditors and administrators alone, and a refusal is in the log", async () => {
    for (const who of [VISITOR, actor("coordinator", HAMADA), actor("caseworker", HAMADA)])
      expect(await readLog(app, who, filter())).toMatchObject({ error: { kind: "forbidden" } });
    const { rows: entries } = await read(auditor, "action=audit.read&outcome=refused");
    expect(entries.map((entry) => entry.actor).sort()).toEqual([
      "<visitor>",
      `caseworker-${HAMADA}`,
      `coordinator-${HAMADA}`,
    ]);
  });

  it("shows an area's auditor the area and what lies in it, not what lies around it", async () => {
    const { rows: entries } = await read(actor("auditor", HAMADA, "all"));
    expect(new Set(entries.map((entry) => entry.areaId))).toEqual(new Set([HAMADA]));
    const foreign = await read(actor("auditor", HAMADA, "all"), "area=14150");
    expect(foreign.rows).toEqual([]);
  });

  it("writes itself down", async () => {
    await read(auditor);
    const { rows: entries } = await read(auditor, "action=audit.read&outcome=granted");
    expect(entries[0]).toMatchObject({ actor: "auditor-jp", grounds: "auditor", action: "audit.read" });
  });

  it("pages by key without losing or repeating an entry", async () => {
    const ids: string[] = [];
    let after: string | undefined = "";
    while (after !== undefined) {
      const view = await read(auditor, `action=note.read&after=${encodeURIComponent(after)}`);
      ids.push(...view.rows.map((entry) => entry.id));
      after = view.after;
    }
    expect(ids).toHaveLength(61);
    expect(new Set(ids).size).toBe(61);
  });

  it.each([
    ["outcome=refused&action=note.read", 1],
    ["area=14150", 30],
    ["from=2026-11-22&to=2026-11-22&action=note.read&area=14150", 30],
    ["from=2026-11-23&action=note.read", 0],
    ["to=2026-11-21&action=note.read", 0],
    ["who=nobody", 0],
    ["after=nonsense&from=nonsense&outcome=nonsense&area=14150", 30],
  ])("finds with %s: %d", async (query, count) => {
    expect((await read(auditor, query)).rows).toHaveLength(count);
  });
});

it("exports everything the filter asks for, and writes that down", async () => {
  const early = { ...auditor, provenAt: new Date("2026-11-22T00:50:00Z") };
  const all = new URLSearchParams();
  expect(await exportLog(app, early, all)).toMatchObject({ error: { kind: "stale" } });
  const pages = expectOk(await exportLog(app, auditor, new URLSearchParams("action=note.read")));
  const rows = [];
  for await (const page of pages) rows.push(...page);
  expect(rows).toHaveLength(61);
  const heads = fileColumns({}).map((column) => column.head);
  expect(heads.slice(0, 7)).toEqual(["日時", "利用者", "権限", "操作", "対象者", "結果", "地域"]);
  expect((await read(auditor, "action=audit.export")).rows).toHaveLength(1);
});

describe("an entry in words", () => {
  const words = { "note.read": { done: "{person}の記録を見た", refused: "{person}の記録を見ようとした" } };
  const entry = {
    areaId: HAMADA,
    id: "i",
    at: new Date(0),
    actor: "u",
    grounds: "caseworker",
    action: "note.read",
    subjectType: "note",
    subjectId: "1",
    person: "p",
    outcome: "granted" as const,
    shown: null,
    actorName: "浜田保健所 保健師",
    personName: "石見窯業所 担当",
    areaName: "浜田圏域",
    subject: { type: "note", id: "1", name: undefined },
    things: [],
  };
  it.each([
    [{}, "浜田保健所 保健師が石見窯業所 担当の記録を見た"],
    [{ outcome: "refused" as const }, "浜田保健所 保健師が石見窯業所 担当の記録を見ようとした"],
    [{ person: "u" }, "浜田保健所 保健師が自分の記録を見た"],
    [{ personName: undefined }, "浜田保健所 保健師が氏名不明の利用者の記録を見た"],
    [{ actor: "<visitor>", actorName: undefined }, "ログインしていない人が石見窯業所 担当の記録を見た"],
    [{ actor: "<cli>", actorName: undefined }, "システム（コマンド）が石見窯業所 担当の記録を見た"],
    [
      { actor: "<link:invitation>", actorName: undefined },
      "リンクを受け取った人が石見窯業所 担当の記録を見た",
    ],
    [{ action: "x.y" }, "浜田保健所 保健師が「x.y」をした"],
  ])("%j", (over, sentence) => {
    const read = { ...entry, ...over };
    expect(`${actorWords(read)}が${deedWords(read, words)}`).toBe(sentence);
  });

  it("names the role", () => {
    expect(groundsWords("caseworker")).toBe("相談担当");
    expect(groundsWords("none")).toBe("権限なし");
    expect(actorWords(entry)).toBe("浜田保健所 保健師");
    expect(deedWords(entry, words)).toBe("石見窯業所 担当の記録を見た");
  });
});
