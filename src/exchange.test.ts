import { sign } from "node:crypto";
import { Encrypter } from "age-encryption";
import { type Zippable, zipSync } from "fflate";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { addResource, withdrawResource } from "#evidence/directory/testing.ts";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { UseCase } from "#foundation/authority/public.ts";
import {
  addPartner,
  beginExchange,
  type CarriedKind,
  exchangeToday,
  inspectBundle,
  makeBundle,
  readBundle,
  readExchange,
  takeBundle,
} from "#foundation/exchange/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import type { App } from "#platform/app.ts";
import { makeBundleKeys, signingKey } from "#platform/bundles/bundle-keys.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { enter } from "#programmes/support/examples/request.testing.ts";
import { replay } from "#programmes/support/model/request.rules.ts";
import { historyOfRequest } from "#programmes/support/model/request.schema.ts";
import { refuseRequest } from "#programmes/support/requests/request-ending.commands.server.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { carriedKinds } from "./exchange.ts";

const AREA = "sma-32-02" as AreaId;
const CLI = service("cli");
const secretariat = person("coordinator", AREA);
const [inside, outside] = [testApp(), testApp()];
const CLINIC = {
  ...{ name: "見本の禁煙外来", kind: "clinic", fee: "unknown", residence: "any", listed: "true" },
  email: "hidden@example.jp",
};
let kinds: readonly CarriedKind[];
const partnerOf = new Map<App, string>();

/** Both installations on that day of a week in November, at nine in the morning. */
const on = (day: number) => {
  for (const app of [inside, outside]) Object.assign(app, { clock: fixedClock(`2026-11-${day}T00:00:00Z`) });
};
const read = async (app: App) => expectOk(await readExchange(app, CLI, {}));

/** A bundle of that side, as it lies on the medium. */
async function make(app: App) {
  const made = expectOk(await makeBundle(app, CLI, { kinds }, { partner: partnerOf.get(app) }));
  const { content, list } = expectOk(await readBundle(app, CLI, { id: made.id }));
  return { ...made, bytes: new Uint8Array(content!), list };
}
const take = (app: App, { bytes }: { bytes: Uint8Array }) => takeBundle(app, CLI, { kinds }, { bytes });

const count = async (app: App, table: string) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
      db(tx),
    );
    return rows[0]!.n;
  });
const requestIn = async (app: App, number: string) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => {
    const { rows } = await sql<{ id: string; status: string; workplace: string }>`
      select id, status, workplace from support_request where number = ${number}`.execute(db(tx));
    return rows[0];
  });

/** As somebody makes one who has neither key: whatever it says, with whatever in it. */
async function handmade(change: object, entries: Zippable = {}) {
  const stranger = await makeBundleKeys();
  const [from, to] = [(await read(outside)).own!, (await read(inside)).own!];
  const manifest = Buffer.from(
    JSON.stringify({
      ...{ format: "yui-bundle/1", from: from.fingerprint, to: to.fingerprint, number: 9, files: [] },
      ...{ id: "0198f2a0-0000-7000-8000-000000000009", madeAt: "2026-11-26T00:00:00.000Z", acknowledges: [] },
      ...change,
    }),
  );
  const signature = sign(
    null,
    Buffer.concat([Buffer.from("yui-bundle/1\n"), manifest]),
    signingKey(stranger),
  );
  const encrypter = new Encrypter();
  encrypter.addRecipient(to.card.recipient);
  const archive = zipSync({ "manifest.json": manifest, "manifest.sig": signature, ...entries });
  return { bytes: await encrypter.encrypt(archive) };
}

beforeAll(async () => {
  kinds = await carriedKinds();
  for (const [app, name, side] of [
    [inside, "庁内", "inside"],
    [outside, "公開側", "outside"],
  ] as const) {
    await loadReferenceAreas(app);
    expectOk(await beginExchange(app, CLI, {}, { name, side }));
  }
  for (const [app, other] of [
    [inside, outside],
    [outside, inside],
  ] as const) {
    const { card, fingerprint } = (await read(other)).own!;
    const wrong = { card: JSON.stringify(card), fingerprint: fingerprint.replace(/.$/, "Z") };
    expect(await addPartner(app, CLI, {}, wrong)).toMatchObject({
      error: { fields: { fingerprint: [expect.stringContaining("一致しません")] } },
    });
    const typed = { ...wrong, fingerprint: fingerprint.toLowerCase().replaceAll("-", " ") };
    partnerOf.set(app, expectOk(await addPartner(app, CLI, {}, typed)).id);
  }
}, 60_000);

describe("two installations over a week", () => {
  it("stay in step with one bundle lost, one repeated, one forged and one hostile", async () => {
    // Monday: the directory goes out, the first request comes in.
    on(23);
    const resource = expectOk(await addResource(inside, secretariat, { area: AREA }, CLINIC));
    const first = await make(inside);
    expect(first).toMatchObject({ number: 1, counts: { resources: 1 } });
    expect(expectOk(await take(outside, first))).toMatchObject({ state: "new", changed: 1 });
    const one = await enter(outside, secretariat, AREA, { workplace: "一号窯業", phone: "0855-00-0001" });
    const brought = await make(outside);
    expect(brought.counts).toEqual({ requests: 1 });
    expect(brought.list).toContain(one.number);
    expect(brought.list).toContain("受領の確認: 第1号");
    expect(brought.list).not.toMatch(/一号窯業|0855/);
    expect(expectOk(await take(inside, brought))).toMatchObject({ state: "new", changed: 1 });
    expect(await requestIn(inside, one.number)).toMatchObject({ status: "new", workplace: "一号窯業" });
    expect((await read(inside)).bundles.find(({ outgoing }) => outgoing)).toMatchObject({
      ...{ state: "delivered", kept: false },
    });

    // Tuesday: the second bundle is lost on the way.
    on(24);
    const two = await enter(outside, secretariat, AREA, { workplace: "二号水産", phone: "0855-00-0002" });
    const lost = await make(outside);
    expect(lost.number).toBe(2);

    // Wednesday: the third brings what was lost; the gap is shown. It comes twice, and the second time changes nothing.
    on(25);
    const three = await enter(outside, secretariat, AREA, { workplace: "三号建設", phone: "0855-00-0003" });
    const third = await make(outside);
    expect(third).toMatchObject({ number: 3, counts: { requests: 3 } });
    expect(expectOk(await take(inside, third))).toMatchObject({ state: "new", changed: 2 });
    expect(await count(inside, "support_request")).toBe(3);
    expect((await read(inside)).partners[0]!.gaps).toEqual([2]);
    const rows = (await read(inside)).bundles.length;
    const again = expectOk(await take(inside, third));
    expect(again).toMatchObject({ state: "again", changed: 0 });
    expect(again.words).toContain("2026年11月25日");
    expect((await read(inside)).bundles).toHaveLength(rows);

    // Thursday: one is forged, one is hostile, one byte of another was changed. Nothing of them is taken.
    on(26);
    const changedByte = { bytes: third.bytes.with(third.bytes.length - 30, third.bytes.at(-30)! ^ 1) };
    for (const [bad, flaw] of [
      [await handmade({}), "forged"],
      [await handmade({}, { "../../requests.json": Buffer.from("[]") }), "hostile"],
      [changedByte, "not for us"],
    ] as const) {
      const refused = await take(inside, bad);
      expect(refused).toMatchObject({ ok: false, error: { kind: "invalid" } });
      expect((await read(inside)).refusals.map((row) => row.flaw)).toContain(flaw);
    }
    expect(await count(inside, "support_request")).toBe(3);

    // Friday: what was decided inside travels outwards, by number; the acknowledgements travel with it.
    on(27);
    expectOk(await withdrawResource(inside, secretariat, { area: AREA, id: resource }, { reason: "閉院" }));
    const there = (await requestIn(inside, one.number))!;
    expectOk(await refuseRequest(inside, secretariat, { area: AREA, id: there.id }, { reason: "other" }));
    const answer = await make(inside);
    expect(answer.counts).toEqual({ resources: 1, "request-steps": 3 });
    expect(expectOk(await take(outside, answer))).toMatchObject({ state: "new", changed: 2 });
    const here = (await requestIn(outside, one.number))!;
    expect(here).toMatchObject({ status: "unmet", workplace: "一号窯業" });
    const history = await withPermit(outside, service("test"), (permit) =>
      selectHistory<never>(permit, historyOfRequest(AREA, here.id)),
    );
    expect(history.map(({ action }) => action)).toEqual(["receive", "refuse"]);
    expect(replay(history.map(({ action }) => action))).toBe("unmet");
    for (const { number } of [two, three]) expect((await requestIn(outside, number))!.status).toBe("new");
    expect(await count(outside, "directory_tombstone")).toBe(1);
    const states = (await read(outside)).bundles.filter(({ outgoing }) => outgoing);
    expect(states.map(({ number, state }) => [number, state])).toEqual([
      ...[
        [3, "delivered"],
        [2, "made"],
        [1, "delivered"],
      ],
    ]);

    // The lost one is found: a later one brought all of it. What is acknowledged is not sent again, but for minutes around it.
    expect(expectOk(await take(inside, lost))).toMatchObject({ state: "late", changed: 0 });
    expect((await read(inside)).partners[0]!.gaps).toEqual([]);
    const last = await make(outside);
    expect(last.counts).toEqual({ requests: 2 });
    expect(expectOk(await take(inside, last))).toMatchObject({ state: "new", changed: 0 });
  });

  it("takes nothing where one file of several is not as declared, or a kind goes the wrong way", async () => {
    expectOk(await addResource(outside, secretariat, { area: AREA }, CLINIC));
    const before = await count(inside, "directory_resource");
    const wrongWay = kinds.map((kind) =>
      kind.direction === "outwards" ? { ...kind, direction: "inwards" as const } : kind,
    );
    const made = expectOk(
      await makeBundle(outside, CLI, { kinds: wrongWay }, { partner: partnerOf.get(outside), whole: true }),
    );
    const { content } = expectOk(await readBundle(outside, CLI, { id: made.id }));
    const bytes = new Uint8Array(content!);
    const refused = await take(inside, { bytes });
    expect(refused).toMatchObject({ ok: false });
    expect(JSON.stringify(refused)).toContain("resources.json");
    expect(await inspectBundle(inside, CLI, { kinds, bytes })).toMatchObject({ ok: false });
    expect(await count(inside, "directory_resource")).toBe(before);
  });

  it("names nobody outwards, and lets councils' work stay inside", async () => {
    for (const kind of kinds) {
      if (kind.direction !== "outwards") continue;
      const give = kind.give as UseCase<UseCase["declared"]["target"], readonly object[]>;
      const rows = expectOk(await give(inside, CLI, { since: null }));
      expect(JSON.stringify(rows)).not.toMatch(/窯業|水産|建設|0855|example\.jp/);
    }
    expect(kinds.filter(({ direction }) => direction === "stays").map(({ name }) => name)).toEqual([
      "council",
    ]);
    expect(
      kinds.filter((kind) => "persons" in kind && kind.persons).map(({ direction }) => direction),
    ).toEqual(["inwards"]);
  });

  it("asks after a bundle that nobody acknowledged, and lets administrators of the nation alone at it", async () => {
    Object.assign(inside, { clock: fixedClock("2026-12-20T00:00:00Z") });
    await make(inside);
    Object.assign(inside, { clock: fixedClock("2027-01-20T00:00:00Z") });
    const operator = person("administrator", "jp" as AreaId, { reach: ["jp" as AreaId] });
    const everywhere = { ...operator, reach: "all" as const };
    const today = exchangeToday as UseCase<UseCase["declared"]["target"], readonly { title: string }[]>;
    expect(expectOk(await today(inside, everywhere as never, {})).map(({ title }) => title)).toEqual([
      expect.stringContaining("公開側あて第3号"),
    ]);
    expect(expectOk(await today(inside, secretariat, {}))).toEqual([]);
    expect(await readExchange(inside, secretariat, {})).toMatchObject({ ok: false });
    expect(await readExchange(inside, person("administrator", AREA), {})).toMatchObject({ ok: false });
  });
});

it("lets no kind with persons be declared outwards", () => {
  const outwards = { direction: "outwards", persons: true } as const;
  // @ts-expect-error persons travel inwards alone
  const kind: Pick<CarriedKind & { persons: boolean }, "direction" | "persons"> & CarriedKind = outwards;
  expect(kind.direction).toBe("outwards");
});
