import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { person } from "#test/person.ts";
import { byReceipt, enter } from "../examples/request.testing.ts";
import { withdrawOwn } from "../requests/request-ending.commands.server.ts";
import { readReceipt } from "./receipt.usecases.server.ts";
import { findReceipt } from "./receipt-find.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const THERE = "sma-14-07" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(async () => {
  await loadReferenceAreas(app);
  await holds(app, "coordinator", AREA);
});

const [read, withdraw] = [byReceipt(readReceipt), byReceipt(withdrawOwn)];
const made = () => enter(app, STAFF, AREA, { phone: "０８５５-12-3456", email: "Soumu@Iwami.example" });
const find = async (number: string, contact: string, { sender = newId() as string, area = AREA } = {}) =>
  expectOk(await findReceipt(app, VISITOR, { area, sender, language: "ja" }, { number, contact }));

describe("a workplace that lost the address of its request", () => {
  it("comes back by its number and its telephone or mailbox, however they are typed, also when it is over", async () => {
    const { id, number, token } = await made();
    const typed = [` ${number.toLowerCase().replace("-", "")} `, number];
    for (const contact of ["0855123456", "0855-12-3456", "soumu@iwami.EXAMPLE"])
      for (const one of typed) {
        const found = await find(one, contact);
        expect(expectOk(await read(app, found.token!)).request.id).toBe(id);
      }
    expectOk(await withdraw(app, token));
    const { token: later } = await find(number, "0855123456");
    const { request, steps } = expectOk(await read(app, later!));
    expect(request).toMatchObject({ number, status: "withdrawn" });
    expect(steps).toEqual([]);
  });

  it("learns nothing from half of it, from another area, or from no contact", async () => {
    const { number } = await made();
    for (const contact of ["0855999999", "", "3456", "other@iwami.example"])
      expect(await find(number, contact)).toEqual({});
    expect(await find("JWH-YTFE", "0855123456")).toEqual({});
    expect(await find(number, "0855123456", { area: THERE })).toEqual({});
  });

  it("is sent to the telephone after ten tries of a day, also wrong ones", async () => {
    const { number } = await made();
    const sender = "203.0.113.9";
    for (let count = 0; count < 10; count += 1) await find(number, "0855999999", { sender });
    expect(await find(number, "0855123456", { sender })).toEqual({
      tooMany: expect.stringContaining("0855-00-0000"),
    });
    expect((await find(number, "0855123456")).token).toMatch(/./);
  });
});
