import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { definePolicy, query, signedIn } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { placesOf } from "./places.server.ts";
import { askEach, readToday } from "./today.server.ts";

const app = testApp();
const clerk = () => person("coordinator", "sma-32-02" as AreaId);
beforeAll(() => loadReferenceAreas(app));

/** How many connections were in use at most, and how often one was taken, while that was done. */
async function connections(work: () => Promise<unknown>): Promise<{ most: number; taken: number }> {
  let [now, most, taken] = [0, 0, 0];
  const acquire = () => {
    taken += 1;
    now += 1;
    most = Math.max(most, now);
  };
  const release = () => {
    now -= 1;
  };
  app.pool.on("acquire", acquire).on("release", release);
  try {
    await work();
  } finally {
    app.pool.off("acquire", acquire).off("release", release);
  }
  return { most, taken };
}

const item: TodayItem = { urgency: "know", title: "よむ", action: { to: "/x", label: "見る" } };
const declared = (name: string, given: readonly TodayItem[]) =>
  query({
    name,
    policy: definePolicy({ [name]: signedIn }, { quiet: [name] }),
    target: z.object({}),
    subject: () => ({ type: "today", area: "jp" as AreaId }),
    run: () => ok(given),
  });

describe("the page of today", () => {
  it("takes one connection at a time, with the places that its frame looks up", async () => {
    const actor = clerk();
    const { most } = await connections(() => placesOf(app, actor).then(() => readToday(app, actor, {})));
    expect(most).toBe(1);
  });

  it("asks what modules declare in one transaction", async () => {
    const modules = [declared("test.one", [item]), declared("test.two", [item, item])];
    const all = query({
      name: "test.all",
      policy: definePolicy({ "test.all": signedIn }, { quiet: ["test.all"] }),
      target: z.object({}),
      subject: () => ({ type: "today", area: "jp" as AreaId }),
      run: async (permit) => ok(await askEach(permit, modules, app)),
    });
    let found: unknown;
    const { taken } = await connections(async () => {
      found = await all(app, clerk(), {});
    });
    expect(found).toEqual(ok([item, item, item]));
    expect(taken).toBe(1);
  });

  it("looks up the places of one request once", async () => {
    const actor = clerk();
    const { taken } = await connections(() => Promise.all([placesOf(app, actor), placesOf(app, actor)]));
    expect(taken).toBe(1);
    expect((await placesOf(app, actor)).map(({ slug }) => slug)).toEqual(["hamada"]);
  });
});
