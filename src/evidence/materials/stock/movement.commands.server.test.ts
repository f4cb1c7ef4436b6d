import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { service } from "#foundation/actors/public.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { AREA, clerk, copiesOf, makeEdition, prepare } from "../materials.testing.ts";
import { monthsOfMaterials } from "../reach/reach.queries.server.ts";
import { moveStock } from "./movement.commands.server.ts";

const app = testApp();
beforeAll(() => prepare(app));

const move = (id: string, input: object, by: Actor = clerk) => moveStock(app, by, { area: AREA, id }, input);

describe("the stock of an edition", () => {
  it("is the sum of what came and went", async () => {
    const { edition } = await makeEdition(app, { copies: 0 });
    expectOk(await move(edition, { kind: "receive", amount: "５００部" }));
    expectOk(await move(edition, { kind: "send", amount: "120", holder: "浜田商工会議所" }));
    expectOk(await move(edition, { kind: "return", amount: "20", holder: "浜田商工会議所" }));
    expectOk(await move(edition, { kind: "discard", amount: "3", reason: "汚損" }));
    expect(await copiesOf(app, edition)).toEqual({ stock: 397, promised: 0 });
  });

  it("goes by the difference when it is counted, and nobody got what was missing", async () => {
    const { edition, material } = await makeEdition(app, { copies: 100 });
    expectOk(await move(edition, { kind: "send", amount: "3", holder: "窓口" }));
    expect(await move(edition, { kind: "count", amount: "92" })).toMatchObject({
      error: { fields: { reason: ["理由を入力してください。"] } },
    });
    expectOk(await move(edition, { kind: "count", amount: "92", reason: "棚卸し" }));
    expect(await copiesOf(app, edition)).toEqual({ stock: 92, promised: 0 });
    const months = expectOk(
      await monthsOfMaterials(app, service("plan-counts"), { since: plainDate("2026-04-01") }),
    );
    expect(months.filter((one) => one.materialId === material)).toMatchObject([{ sent: 3 }]);
  });

  it("refuses what is not there, by the field and with what is left", async () => {
    const { edition } = await makeEdition(app, { copies: 10 });
    expect(await move(edition, { kind: "discard", amount: "11", reason: "汚損" })).toMatchObject({
      error: { fields: { amount: ["在庫が足りません。出庫できる部数は10部です。"] } },
    });
    const both = await Promise.all(
      [1, 2].map(() => move(edition, { kind: "send", amount: "6", holder: "窓口" })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await copiesOf(app, edition)).stock).toBe(4);
  });

  it.each([
    [{ kind: "send", amount: "1" }, "holder"],
    [{ kind: "receive", amount: "0" }, "amount"],
    [{ kind: "receive", amount: "-5" }, "amount"],
    [{ kind: "receive", amount: "1", day: "2026-11-23" }, "day"],
  ])("names the field of %o", async (input, field) => {
    const { edition } = await makeEdition(app, { copies: 10 });
    const refused = await move(edition, input);
    expect(refused).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(Object.keys((refused as { error: { fields: object } }).error.fields)).toEqual([field]);
  });
});
