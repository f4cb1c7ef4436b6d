import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { person } from "#test/person.ts";
import { byReceipt, enter } from "../examples/request.testing.ts";
import { withdrawOwn } from "../requests/request-ending.commands.server.ts";
import { paperForm } from "../workplace/paper.queries.server.ts";
import { OFFICE } from "./office.messages.ts";
import { sendTo } from "./office.present.ts";
import { elsewhereFrom, elsewhereIn, officesIn, receiversFor } from "./office.queries.server.ts";
import { findPlace } from "./place.queries.server.ts";

const AREA = "sma-32-02" as AreaId;
const REACHED = { phone: "0855-00-0000", fax: "0855-00-0001", postal_code: "697-0000", address: "見本の町" };
const app = testApp();
let office: OrganisationId;

const inAll = <T>(work: Parameters<typeof withRows<T>>[2]) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, work);
const registers = (change: Partial<typeof REACHED & { published: boolean }>) =>
  inAll((tx) => db(tx).updateTable("organisation").set(change).where("id", "=", office).execute());

beforeAll(async () => {
  await loadReferenceAreas(app);
  const organisations = await loadDemonstrationOrganisations(app);
  office = organisations.get("浜田保健所")!.id;
  await holds(app, "coordinator", AREA, office);
  await holds(app, "coordinator", AREA, office);
  await holds(app, "provider", AREA, organisations.get("浜田市")!.id);
});

describe("the secretariat of an area", () => {
  it("is who coordinates it, as the directory publishes it", async () => {
    await registers({ ...REACHED, published: true });
    const { phone, fax } = REACHED;
    expect(await officesIn(app, AREA)).toEqual([
      { name: "浜田保健所", phone, fax, address: "〒697-0000　見本の町" },
    ]);
  });

  it("is not told of where its entry is not published or nobody coordinates", async () => {
    await registers({ published: false });
    expect(await officesIn(app, AREA)).toEqual([]);
    expect(await officesIn(app, "sma-14-07" as AreaId)).toEqual([]);
    await registers({ published: true });
  });

  it("stands on the paper form, which stays one page", async () => {
    await registers(REACHED);
    const { area } = expectOk(await findPlace(app, "hamada"));
    const data = new Uint8Array(await paperForm(app, area));
    const document = await getDocument({ data, verbosity: 0 }).promise;
    expect(document.numPages).toBe(1);
    const { items } = await (await document.getPage(1)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    for (const word of ["浜田保健所", REACHED.phone, REACHED.fax, REACHED.address])
      expect(text).toContain(word);
  });

  it.each([
    ["no office", [], `送り先: 事務局　${OFFICE.ja.none}`],
    [
      "a name alone",
      [{ name: "甲", phone: "", fax: "", address: "" }],
      `送り先: 事務局　甲　${OFFICE.ja.none}`,
    ],
    ["a fax", [{ name: "甲", phone: "", fax: "1", address: "" }], "送り先: 事務局　甲　ファックス 1"],
  ])("promises on paper no more than is known: %s", (_, offices, text) =>
    expect(sendTo(offices, OFFICE.ja.none)).toBe(text),
  );
});

describe("a dead link", () => {
  it("leads back to its area and secretariat; one that never was, or of another kind, to those there are", async () => {
    const { token } = await enter(app, person("coordinator", AREA), AREA);
    expectOk(await byReceipt(withdrawOwn)(app, token));
    expect(await elsewhereFrom(app, token, "receipt")).toMatchObject({
      area: "hamada",
      offices: [{ name: "浜田保健所" }],
    });
    expect(await elsewhereIn(app, AREA)).toEqual(await elsewhereFrom(app, token, "receipt"));
    const nowhere = { area: undefined, offices: [], areas: [{ slug: "hamada", name: "浜田圏域" }] };
    expect(await elsewhereFrom(app, token, "answer")).toEqual(nowhere);
    expect(await elsewhereFrom(app, "x".repeat(43), "receipt")).toEqual(nowhere);
    expect(await elsewhereFrom(app, "nonsense", "receipt")).toEqual(nowhere);
  });
});

describe("who receives what a workplace asks for", () => {
  const hamada = { slug: "hamada", name: "浜田圏域" };
  it.each([
    ["its own secretariat", "hamada", { here: true, around: [] }],
    ["for a municipality the one around it", "32202", { here: false, around: [hamada] }],
    ["for what none holds, none", "sma-01-01", { here: false, around: [] }],
    ["for a prefecture none, though it holds one", "hokkaido", { here: false, around: [] }],
    ["for the nation none, though it holds one", "nation", { here: false, around: [] }],
  ])("is %s", async (_, slug, receivers) => {
    const { area } = expectOk(await findPlace(app, slug));
    expect(await receiversFor(app, area.id)).toEqual({ ...receivers, all: [hamada] });
  });

  it("is a choice where several hold the municipality", async () => {
    await holds(app, "coordinator", "32" as AreaId);
    const { area } = expectOk(await findPlace(app, "32202"));
    const { around } = await receiversFor(app, area.id);
    expect(around.map((one) => one.name)).toEqual(["浜田圏域", "島根県"]);
  });
});
