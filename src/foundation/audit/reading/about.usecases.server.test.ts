import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Actor, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { definePolicy, query, services, whoLookedAt } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { aboutOf } from "./about.rules.ts";
import { detailsOf, LOG_LIST } from "./present.ts";
import { readLog } from "./usecases.server.ts";

const app = testApp();
const [HERE, THERE] = ["sma-32-02" as AreaId, "14150" as AreaId];
const REQUEST = "0198f2a0-0000-7000-8000-0000000000aa";
const OTHER = "0198f2a0-0000-7000-8000-0000000000bb";
const auditor = person("auditor", "jp" as AreaId, { reach: [HERE, THERE, "jp" as AreaId] });

const policy = definePolicy({ "thing.read": services("test"), "thing.list": services("test") });
const read = query({
  name: "thing.read",
  policy,
  target: z.object({ area: areaId, type: z.string(), id: z.string(), person: z.string().optional() }),
  subject: (_find, { person, ...subject }) => ({ ...subject, ...(person ? { person } : {}) }),
  run: () => ok(null),
});
const list = query({
  name: "thing.list",
  policy,
  target: z.object({ area: areaId, shows: z.array(z.string()) }),
  subject: (_find, { area }) => ({ type: "thing", area }),
  run: () => ok(null),
  shows: (_none, { shows }) => shows,
});

beforeAll(async () => {
  await loadReferenceAreas(app);
  const look = async (target: Parameters<typeof read>[2]) =>
    expectOk(await read(app, service("test"), target));
  await look({ area: HERE, type: "request", id: REQUEST });
  await look({ area: HERE, type: "enquiry", id: REQUEST });
  await look({ area: THERE, type: "request", id: REQUEST });
  await look({ area: HERE, type: "membership", id: OTHER, person: "somebody-with-a-long-id" });
  const shows = [`request:${OTHER}`, `request:${REQUEST}`, "user:somebody-with-a-long-id"];
  expectOk(await list(app, service("test"), { area: HERE, shows }));
  expectOk(await list(app, service("test"), { area: HERE, shows: [`request:${OTHER}`] }));
});

const log = async (who: Actor, query: Record<string, string>) =>
  expectOk(await readLog(app, who, { list: readList(LOG_LIST, new URLSearchParams(query)) })).page.rows;
const found = async (about: string, who: Actor = auditor) =>
  (await log(who, { about })).map((one) => `${one.action} ${one.subjectType} ${one.areaId}`).sort();

describe("who looked at it", () => {
  it("is told by an id: what was done to it, and which looks showed it", async () => {
    expect(await found(REQUEST)).toEqual([
      "thing.list thing sma-32-02",
      "thing.read enquiry sma-32-02",
      "thing.read request 14150",
      "thing.read request sma-32-02",
    ]);
    expect(await found("0198f2a0-0000-7000-8000-0000000000cc")).toEqual([]);
  });

  it("is told by type and id of that type alone, and of a user also where it concerned them", async () => {
    expect(await found(`request:${REQUEST}`)).toHaveLength(3);
    expect(await found(`enquiry:${REQUEST}`)).toEqual(["thing.read enquiry sma-32-02"]);
    expect(await found("user:somebody-with-a-long-id")).toEqual([
      "thing.list thing sma-32-02",
      "thing.read membership sma-32-02",
    ]);
  });

  it("is told within the areas that one watches over, as without the question", async () => {
    for (const reach of [[HERE], [HERE, THERE]])
      expect(await found(REQUEST, person("auditor", HERE, { reach }))).toHaveLength(3);
    expect(await found(REQUEST, person("auditor", THERE))).toEqual(["thing.read request 14150"]);
  });

  it("goes with the other filters, and with the order and pages of the log", async () => {
    const looks = await log(auditor, { about: REQUEST, area: HERE, action: "thing.read" });
    expect(looks.map((one) => one.subjectType)).toEqual(["enquiry", "request"]);
  });

  it("is shown with how many it showed, and whom", async () => {
    const [entry] = await log(auditor, { about: REQUEST, action: "thing.list" });
    expect(entry!.things).toHaveLength(3);
    expect(detailsOf(entry!, { request: "依頼" })).toMatchObject({
      things: [{ about: `request:${OTHER}`, words: `依頼 ${OTHER}` }, { words: `依頼 ${REQUEST}` }, {}],
      way: "自動処理",
      outcome: "許可",
      more: 0,
    });
  });

  it("is led to from the pages of things for who reads the log", () => {
    const thing = { type: "request", id: REQUEST, area: HERE };
    expect(whoLookedAt(auditor, thing)).toMatchObject({ to: `/audit?about=request:${REQUEST}` });
    expect(whoLookedAt(person("administrator", HERE), thing)).toBeDefined();
    expect(whoLookedAt(person("administrator", THERE), thing)).toBeUndefined();
    expect(whoLookedAt(person("coordinator", HERE), thing)).toBeUndefined();
  });

  it.each([
    [REQUEST, { type: undefined, ids: [REQUEST] }],
    [`request:${REQUEST}`, { type: "request", ids: [REQUEST] }],
    [`council-member ${REQUEST}`, { type: "council-member", ids: [REQUEST] }],
    ["浜田保健所 保健師", undefined],
    ["hamada", undefined],
  ])("reads %s", (text, about) => {
    expect(aboutOf(text)).toEqual(about);
  });
});
