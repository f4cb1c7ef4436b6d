import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { addResource, saveResource, withdrawResource } from "#evidence/directory/testing.ts";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { makeOrganisation } from "#foundation/organisations/testing.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { readEdition, replaceEdition, saveEdition } from "../catalogue/edition.usecases.server.ts";
import { readEditionFile } from "../catalogue/edition-file.queries.server.ts";
import {
  AREA,
  anEdition,
  anOrder,
  changeOffice,
  clerk,
  mailsOf,
  makeEdition,
  prepare,
} from "../materials.testing.ts";
import { makeOrder } from "../orders/order.commands.server.ts";
import { sendOrder } from "../orders/order-settling.commands.server.ts";
import { moveStock } from "../stock/movement.commands.server.ts";
import { tellOfChangedFacts } from "../system/material-round.commands.server.ts";
import { materialsToday } from "../system/material-today.queries.server.ts";
import { addFacts, listDueFacts, listPrintable, removeFact, renewFacts } from "./fact.usecases.server.ts";

const app = testApp();
beforeAll(() => prepare(app));

/** The text of a file, without the spaces at which its lines are broken. */
async function textOf(content: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items
    .map((item) => ("str" in item ? item.str : ""))
    .join("")
    .replaceAll(" ", "");
}

const office = { name: "見本地域産業保健センター", sector: "occupational_health_centre", published: "yes" };
const makeOffice = (change: object = {}) =>
  makeOrganisation(
    { app, secretariat: clerk, area: AREA },
    { ...office, name: `${office.name} ${newId()}`, phone: "0855-00-1111", ...change },
  );
const print = async (edition: string, organisation: string, fields = ["name", "phone"]) =>
  expectOk(
    await addFacts(app, clerk, { area: AREA, id: edition }, { of: `organisation:${organisation}`, fields }),
  );
const read = async (id: string) => expectOk(await readEdition(app, clerk, { area: AREA, id }));
const orderOf = (edition: string, change?: object) =>
  makeOrder(app, VISITOR, { area: AREA }, anOrder([{ edition, amount: 1 }], change));

describe("an office changes its telephone number", () => {
  it("makes three editions stale, tells the two offices that hold copies once, and stops orders and files", async () => {
    const centre = await makeOffice();
    const holder = await makeOffice({ email: "shokokai@example.jp" });
    const editions = await Promise.all([1, 2, 3].map(() => makeEdition(app, { copies: 100 })));
    for (const { edition } of editions) await print(edition, centre.id);
    const other = await makeEdition(app, { copies: 100 });
    await print(other.edition, centre.id, ["name"]);
    const [first] = editions as [(typeof editions)[0], ...typeof editions];
    const ordered = expectOk(await orderOf(first.edition, { email: "jigyosho@example.jp" }));
    expectOk(await sendOrder(app, clerk, { area: AREA, id: ordered.id }));
    const handed = { kind: "send", amount: "20", holder: holder.name };
    expectOk(await moveStock(app, clerk, { area: AREA, id: first.edition }, handed));
    const early = (await mailsOf(app)).length;

    await tellOfChangedFacts(app);
    expect(await mailsOf(app)).toHaveLength(early);
    await changeOffice(app, centre.id, { ...office, name: centre.name, phone: "0855-00-2222" });
    expect((await read(first.edition)).state).toBe("stale");
    await tellOfChangedFacts(app);
    await tellOfChangedFacts(app);

    const states = await Promise.all(editions.map(async ({ edition }) => (await read(edition)).state));
    expect(states).toEqual(["stale", "stale", "stale"]);
    expect((await read(other.edition)).state).toBe("current");
    const stale = (await mailsOf(app)).filter(({ subject }) => subject.includes("差し替え"));
    expect(stale.map(({ to }) => to).sort()).toEqual(["jigyosho@example.jp", "shokokai@example.jp"]);
    expect(stale[0]!.body).toContain(`${centre.name} 電話番号`);

    expect(await orderOf(first.edition)).toMatchObject({
      error: { fields: { "lines.0.amount": [expect.stringContaining("配布を止めています")] } },
    });
    const file = expectOk(await readEditionFile(app, VISITOR, { area: AREA, id: first.edition }));
    const text = await textOf(file.content);
    expect(text).toContain("差し替え");
    expect(text).toContain(`${centre.name}電話番号`.replaceAll(" ", ""));
    const today = expectOk(await materialsToday(app, clerk, {}));
    expect(today.filter(({ title }) => title.includes("掲載内容が変わりました"))).toHaveLength(3);
    expect(expectOk(await materialsToday(app, person("member", AREA), {}))).toEqual([]);
  });

  it("is right again once it was printed anew", async () => {
    const centre = await makeOffice();
    const { edition } = await makeEdition(app, { copies: 5 });
    await print(edition, centre.id);
    await changeOffice(app, centre.id, { ...office, name: centre.name, phone: "0855-00-3333" });
    await tellOfChangedFacts(app);
    expectOk(await renewFacts(app, clerk, { area: AREA, id: edition }));
    const { state, facts } = await read(edition);
    expect(state).toBe("current");
    expect(facts.map(({ printed }) => printed)).toContain("0855-00-3333");
    expectOk(await orderOf(edition));
  });

  it("is stale where the office has ended, until it is taken out", async () => {
    const centre = await makeOffice();
    const { edition } = await makeEdition(app);
    await print(edition, centre.id, ["phone"]);
    await changeOffice(app, centre.id, {
      ...{ ...office, name: centre.name, phone: "0855-00-1111", validTo: "2026-11-21" },
    });
    await tellOfChangedFacts(app);
    expect(await renewFacts(app, clerk, { area: AREA, id: edition })).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("終了しています") },
    });
    const [fact] = (await read(edition)).facts;
    expectOk(await removeFact(app, clerk, { area: AREA, id: edition, fact: fact!.id }));
    expect((await read(edition)).state).toBe("current");
  });
});

describe("an entry of the directory changes its telephone number", () => {
  const typed = (change: object = {}) => ({
    ...{ name: "見本の相談センター", kind: "window", fee: "free", residence: "any", listed: "true" },
    ...{ phone: "0855-22-0001", ...change },
  });
  const printing = async (entry: string, on: App = app) => {
    const { edition } = await makeEdition(on, { copies: 10 });
    const printed = { of: `entry:${entry}`, fields: ["name", "phone"] };
    expectOk(await addFacts(on, clerk, { area: AREA, id: edition }, printed));
    return edition;
  };
  const add = async () => expectOk(await addResource(app, clerk, { area: AREA }, typed())) as string;
  const states = (editions: readonly string[]) =>
    Promise.all(editions.map(async (id) => (await read(id)).state));

  it("makes three editions stale, also for a visitor, until they are printed anew", async () => {
    const entry = await add();
    const choices = expectOk(await listPrintable(app, clerk, { area: AREA }));
    expect(choices).toContainEqual(expect.objectContaining({ source: "entry", sourceId: entry }));
    const editions = [await printing(entry), await printing(entry), await printing(entry)];
    const target = { area: AREA, id: entry as never };
    expectOk(await saveResource(app, clerk, target, typed({ phone: "0855-22-0002" })));
    await tellOfChangedFacts(app);
    expect(await states(editions)).toEqual(["stale", "stale", "stale"]);
    expect(await orderOf(editions[0]!)).toMatchObject({ ok: false });
    expectOk(await renewFacts(app, clerk, { area: AREA, id: editions[0]! }));
    expect(await states(editions)).toEqual(["current", "stale", "stale"]);
    expectOk(await withdrawResource(app, clerk, target, { reason: "事業の終了" }));
    const seen = expectOk(await readEdition(app, VISITOR, { area: AREA, id: editions[0]! }));
    expect(seen).toMatchObject({ state: "stale", changed: ["見本の相談センター 名称", expect.any(String)] });
  });

  it("is found by what changed since the last look, without reading the rest", async () => {
    const entry = await add();
    const edition = await printing(entry);
    const due = async (since: string, on: App) =>
      expectOk(await listDueFacts(on, service("materials"), { since: new Date(since) })).map(({ id }) => id);
    const evening = { ...app, clock: fixedClock("2026-11-22T09:00:00Z") };
    expectOk(
      await saveResource(
        evening,
        clerk,
        { area: AREA, id: entry as never },
        typed({ phone: "0855-22-0003" }),
      ),
    );
    expect(await due("2026-11-22T08:50:00Z", evening)).toContain(edition);
    expect(await due("2026-11-22T09:00:01Z", evening)).toEqual([]);
  });
});

describe("a new edition", () => {
  it("takes the place of the one before, which is handed out no more", async () => {
    const { edition, material } = await makeEdition(app, { copies: 5 });
    const next = newId() as string;
    expectOk(
      await saveEdition(app, clerk, { area: AREA, id: next, material }, { ...anEdition, label: "2027年版" }),
    );
    expectOk(await replaceEdition(app, clerk, { area: AREA, id: edition }, { by: next }));
    expect((await read(edition)).state).toBe("replaced");
    expect(await orderOf(edition)).toMatchObject({ ok: false });
    const file = expectOk(await readEditionFile(app, VISITOR, { area: AREA, id: edition }));
    expect(await textOf(file.content)).toContain("差し替え済み");
    expect(await replaceEdition(app, clerk, { area: AREA, id: next }, { by: edition })).toMatchObject({
      ok: false,
    });
  });

  it("hands out its own file, and a draft to the staff alone", async () => {
    const files = [new File(["%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"], "map.pdf")];
    const { edition } = await makeEdition(app, { files });
    const file = expectOk(await readEditionFile(app, VISITOR, { area: AREA, id: edition }));
    expect(file).toMatchObject({ name: "map.pdf", mediaType: "application/pdf" });
    const draft = await makeEdition(app, { files, published: "false" });
    expect(await readEditionFile(app, VISITOR, { area: AREA, id: draft.edition })).toMatchObject({
      ok: false,
    });
    expectOk(await readEditionFile(app, clerk, { area: AREA, id: draft.edition }));
  });
});
