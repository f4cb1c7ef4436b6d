import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { readEdition } from "../catalogue/edition.usecases.server.ts";
import { AREA, anOrder, clerk, copiesOf, makeEdition, prepare } from "../materials.testing.ts";
import { moveStock } from "../stock/movement.commands.server.ts";
import { makeOrder } from "./order.commands.server.ts";
import { readOrder, readOrderChoices, readPickList } from "./order.queries.server.ts";
import { cancelOrder, refuseOrder, reportOrder, sendOrder } from "./order-settling.commands.server.ts";

const app = testApp();
beforeAll(() => prepare(app));

const order = (lines: Parameters<typeof anOrder>[0], change?: object) =>
  makeOrder(app, VISITOR, { area: AREA }, anOrder(lines, change));
const one = async (edition: string, amount: number, change?: object) =>
  expectOk(await order([{ edition, amount }], change));
const send = (id: string) => sendOrder(app, clerk, { area: AREA, id });

describe("an order of copies", () => {
  it("is promised and then sent, and counted once: 100 less 3 are 97", async () => {
    const { edition } = await makeEdition(app, { copies: 100 });
    const { id, number } = await one(edition, 3);
    expect(number).toMatch(/^S-/);
    expect(await copiesOf(app, edition)).toEqual({ stock: 100, promised: 3 });
    expectOk(await send(id));
    expect(await copiesOf(app, edition)).toEqual({ stock: 97, promised: 0 });
    expect(await send(id)).toMatchObject({ error: { kind: "conflict" } });
    expect(await copiesOf(app, edition)).toEqual({ stock: 97, promised: 0 });
  });

  it("takes two lines of an edition together: 100 and 20 of 100 are refused, and nothing is kept back", async () => {
    const { edition } = await makeEdition(app, { copies: 100, mostAnOrder: "1000" });
    const both = [
      { edition, amount: 100 },
      { edition, amount: 20 },
    ];
    expect(await order(both)).toMatchObject({
      error: { fields: { "lines.0.amount": ["「情報マップ」は残り100部です。部数を変更してください。"] } },
    });
    expect(await copiesOf(app, edition)).toEqual({ stock: 100, promised: 0 });
  });

  it("leaves 0 and never less of 30 copies that 50 want at once", async () => {
    const { edition } = await makeEdition(app, { copies: 30 });
    const all = await Promise.all(Array.from({ length: 50 }, () => order([{ edition, amount: 1 }])));
    const made = all.flatMap((each) => (each.ok ? [each.value.id] : []));
    expect(made).toHaveLength(30);
    expect(all.filter((each) => !each.ok && each.error.kind === "invalid")).toHaveLength(20);
    expect(await copiesOf(app, edition)).toEqual({ stock: 30, promised: 30 });
    const sent = await Promise.all(made.map(send));
    expect(sent.every((each) => each.ok)).toBe(true);
    expect(await copiesOf(app, edition)).toEqual({ stock: 0, promised: 0 });
  }, 60_000);

  it("is taken 200 times a day from one network, whoever orders; the office enters what it likes", async () => {
    const area = "sma-32-02" as AreaId;
    const by = person("coordinator", area);
    const { edition } = await makeEdition(app, { copies: 300, area, by });
    const from = (sender: string, actor: Actor = VISITOR) =>
      makeOrder(app, actor, { area, sender }, anOrder([{ edition, amount: 1 }]));
    for (let times = 0; times < 200; times += 1) expectOk(await from("2001:db8:0:1::7"));
    expect(await from("2001:db8:0:1::8")).toMatchObject({ error: { kind: "conflict" } });
    expectOk(await from("2001:db8:0:2::7"));
    expectOk(await from("2001:db8:0:1::7", by));
    expect((await copiesOf(app, edition, by, area)).promised).toBe(202);
  }, 120_000);

  it("is promised whole or not at all, and locks in one order whatever it names first", async () => {
    const [a, b] = [await makeEdition(app, { copies: 5 }), await makeEdition(app, { copies: 5 })];
    const lines = [
      { edition: a.edition, amount: 1 },
      { edition: b.edition, amount: 1 },
    ];
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) => order(at % 2 ? lines : lines.toReversed())),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(5);
    expect(await order([{ ...lines[0]!, amount: 1 }])).toMatchObject({ ok: false });
    for (const { edition } of [a, b]) expect(await copiesOf(app, edition)).toEqual({ stock: 5, promised: 5 });
  });

  it("sent twice by a double click is one", async () => {
    const { edition } = await makeEdition(app, { copies: 10 });
    const form = anOrder([{ edition, amount: 2 }]);
    const [first, second] = [
      await makeOrder(app, VISITOR, { area: AREA }, form),
      await makeOrder(app, VISITOR, { area: AREA }, form),
    ];
    expect(expectOk(second).number).toBe(expectOk(first).number);
    expect(await copiesOf(app, edition)).toEqual({ stock: 10, promised: 2 });
  });

  it("gives back what was promised when it is taken back or refused", async () => {
    const { edition } = await makeEdition(app, { copies: 10 });
    const first = await one(edition, 4);
    const { holder } = expectOk(await openLink(app, first.token, "material-order"));
    expectOk(await cancelOrder(app, holder, { area: AREA, id: first.id }));
    const second = await one(edition, 10);
    expectOk(await refuseOrder(app, clerk, { area: AREA, id: second.id }, { reason: "対象外の地域" }));
    expect(await copiesOf(app, edition)).toEqual({ stock: 10, promised: 0 });
    const told = expectOk(await readOrder(app, clerk, { area: AREA, id: second.id }));
    expect(told).toMatchObject({ state: "refused", reason: "対象外の地域" });
  });

  it("is not sent where a count found less than was promised", async () => {
    const { edition } = await makeEdition(app, { copies: 10 });
    const { id } = await one(edition, 8);
    expectOk(
      await moveStock(
        app,
        clerk,
        { area: AREA, id: edition },
        { kind: "count", amount: "5", reason: "棚卸し" },
      ),
    );
    expect(await send(id)).toMatchObject({ error: { kind: "conflict" } });
    expect(await copiesOf(app, edition)).toEqual({ stock: 5, promised: 8 });
  });

  it("needs a way to reach whoever ordered, and no more copies than one order may have", async () => {
    const { edition } = await makeEdition(app, { copies: 500, mostAnOrder: "50" });
    expect(await order([{ edition, amount: 1 }], { email: "" })).toMatchObject({
      error: { fields: { phone: [expect.stringContaining("電話番号")] } },
    });
    expect(await order([{ edition, amount: 51 }])).toMatchObject({
      error: { fields: { "lines.0.amount": [expect.stringContaining("50部まで")] } },
    });
  });

  it("is seen by its link alone, and shows nothing of others", async () => {
    const { edition } = await makeEdition(app, { copies: 10 });
    const [mine, other] = [await one(edition, 1), await one(edition, 1)];
    const { holder } = expectOk(await openLink(app, mine.token, "material-order"));
    expectOk(await readOrder(app, holder, { area: AREA, id: mine.id }));
    for (const actor of [holder, VISITOR])
      expect(await readOrder(app, actor, { area: AREA, id: other.id })).toMatchObject({ ok: false });
  });

  it("is packed by place, with what lies there", async () => {
    const { edition } = await makeEdition(app, { copies: 7, place: "倉庫Z" });
    const [first, second] = [await one(edition, 2), await one(edition, 3)];
    const { lines } = expectOk(await readPickList(app, clerk, { area: AREA }));
    const line = lines.find(({ editionId }) => editionId === edition);
    expect(line).toMatchObject({ place: "倉庫Z", wanted: 5, stock: 7 });
    expect(line!.orders).toHaveLength(2);
    expect(line!.orders).toContainEqual({ number: first.number, promised: 2 });
    expect(line!.orders).toContainEqual({ number: second.number, promised: 3 });
  });

  it("tells apart what was sent, handed out and seen", async () => {
    const { edition } = await makeEdition(app, { copies: 50 });
    const { id, token } = await one(edition, 20);
    const { holder } = expectOk(await openLink(app, token, "material-order"));
    const report = { edition, handedOut: "15", readers: "40" };
    expect(await reportOrder(app, holder, { area: AREA, id }, report)).toMatchObject({ ok: false });
    expectOk(await send(id));
    expectOk(await reportOrder(app, holder, { area: AREA, id }, report));
    const { reach } = expectOk(await readEdition(app, clerk, { area: AREA, id: edition })).kept!;
    expect(reach).toMatchObject({ sent: 20, handedOut: 15, seen: 40, opened: 0 });
    for (const [field, more] of [
      ["handedOut", { handedOut: "6" }],
      ["readers", { readers: "99961" }],
    ] as const)
      expect(await reportOrder(app, holder, { area: AREA, id }, { edition, ...more })).toMatchObject({
        error: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
      });
    expectOk(await reportOrder(app, holder, { area: AREA, id }, { edition, handedOut: "5" }));
  });

  it("offers what is left, and nothing of a draft", async () => {
    const open = await makeEdition(app, { copies: 2 });
    const draft = await makeEdition(app, { copies: 2, published: "false" });
    const none = await makeEdition(app);
    const { choices } = expectOk(await readOrderChoices(app, VISITOR, { area: AREA }));
    const ids = choices.map(({ id }) => id);
    expect(ids).toContain(open.edition);
    expect(ids).not.toContain(draft.edition);
    expect(ids).not.toContain(none.edition);
    expect(await order([{ edition: draft.edition, amount: 1 }])).toMatchObject({ ok: false });
  });
});
