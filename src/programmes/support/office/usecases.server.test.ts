import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { type Role, service } from "#foundation/identity/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { findPlace } from "../place/usecases.server.ts";
import { ask } from "../requests/asking/usecases.server.ts";
import { paperForm } from "../requests/paper/usecases.server.ts";
import { withdrawOwn } from "../visits/ending/usecases.server.ts";
import { OFFICE } from "./messages.ts";
import { sendTo } from "./present.ts";
import { elsewhereFrom, elsewhereIn, officesIn } from "./usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const REACHED = { phone: "0855-00-0000", fax: "0855-00-0001", postal_code: "697-0000", address: "見本の町" };
const app = testApp();
let office: OrganisationId;

const db = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(app.db, { actor: "<test>", areas: "all" }, work);
const enter = (change: Partial<typeof REACHED & { published: boolean }>) =>
  db((tx) => tx.updateTable("organisation").set(change).where("id", "=", office).execute());

async function holds(role: Role, organisation: OrganisationId): Promise<void> {
  const user = newId();
  const at = app.clock.now();
  await inTransaction(app.db, { actor: "<identity>", areas: [AREA] }, async (tx) => {
    await tx
      .insertInto("identity_user")
      .values({
        ...{ id: user, name: "担当", email: `${user}@example.jp`, demonstration: false },
        ...{ email_verified: true, image: null, two_factor_enabled: false, created_at: at, updated_at: at },
      })
      .execute();
    await tx
      .insertInto("membership")
      .values({
        ...{ area_id: AREA, id: newId(), organisation_id: organisation, user_id: user, role },
        ...{ since: at, until: null },
      })
      .execute();
  });
}

beforeAll(async () => {
  await loadReferenceAreas(app);
  const organisations = await loadDemonstrationOrganisations(app);
  office = organisations.get("浜田保健所")!.id;
  await holds("coordinator", office);
  await holds("coordinator", office);
  await holds("provider", organisations.get("浜田市")!.id);
});

describe("the secretariat of an area", () => {
  it("is who coordinates it, as the directory publishes it", async () => {
    await enter({ ...REACHED, published: true });
    const { phone, fax } = REACHED;
    expect(await officesIn(app, AREA)).toEqual([
      { name: "浜田保健所", phone, fax, address: "〒697-0000　見本の町" },
    ]);
  });

  it("is not told of where its entry is not published or nobody coordinates", async () => {
    await enter({ published: false });
    expect(await officesIn(app, AREA)).toEqual([]);
    expect(await officesIn(app, "sma-14-07" as AreaId)).toEqual([]);
    await enter({ published: true });
  });

  it("stands on the paper form, which stays one page", async () => {
    await enter(REACHED);
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
    const input = {
      ...{ topics: ["dental"], workplace: "石見窯業所", phone: "0855-00-0000", municipality: "32202" },
      ...{ industry: "ceramics", size: 12, people: 3, place: "on_site", wishes: [] },
    };
    const sending = { area: AREA, channel: "paper", language: "ja", onceKey: newId() } as const;
    const { token } = expectOk(await ask(app, service("test"), input, sending));
    expectOk(await withdrawOwn(app, token));
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
