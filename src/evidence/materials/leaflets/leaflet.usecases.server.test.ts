import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { makeOrganisation } from "#foundation/organisations/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { readEdition, saveEdition } from "../catalogue/edition.usecases.server.ts";
import { readEditionFile } from "../catalogue/edition-file.queries.server.ts";
import { AREA, anEdition, clerk, makeEdition, prepare } from "../materials.testing.ts";
import { TEMPLATES } from "../model/material-kinds.schema.ts";
import { TEMPLATE_TEXTS } from "./leaflet.messages.ts";
import { readLeaflet, saveLeaflet } from "./leaflet.usecases.server.ts";

const app = testApp();
beforeAll(() => prepare(app));

const office = async () =>
  makeOrganisation(
    { app, secretariat: clerk, area: AREA },
    { name: `相談窓口 ${newId()}`, phone: "0855-00-1111", address: "浜田市見本町1", published: "yes" },
  );
/** What is printed, and on how many pages of which width. */
async function textOf(content: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join("");
  return { text, pages: document.numPages, width: page.getViewport({ scale: 1 }).width };
}

const texts = { label: "2026年版", language: "ja", foot: "見本協議会" };

it("is made of a template, offices and hotlines, and printed with a code, with bleed for the printer's", async () => {
  const { material } = await makeEdition(app);
  const own = await office();
  const of = { area: AREA, id: newId() as string };
  const contacts = [`organisation:${own.id}`, "hotline:yorisoi"];
  const form = { ...texts, template: "strain", ...TEMPLATE_TEXTS.strain, contacts };
  expectOk(await saveLeaflet(app, clerk, { ...of, material }, form));
  const edition = expectOk(await readEdition(app, clerk, of));
  expect(edition).toMatchObject({ state: "draft", isLeaflet: true });
  expect(edition.facts.map(({ printed }) => printed)).toEqual(
    expect.arrayContaining([own.name, "0855-00-1111", "浜田市見本町1", "0120-279-338", "24時間"]),
  );
  const screen = await textOf(expectOk(await readEditionFile(app, clerk, of)).content);
  const print = await textOf(expectOk(await readEditionFile(app, clerk, { ...of, bleed: true })).content);
  for (const word of ["頑張っているあなたへ", own.name, "0855-00-1111", "0120-279-338", "見本協議会", "/q/"])
    expect(screen.text).toContain(word);
  expect(screen.pages).toBe(1);
  // 3 mm more on the left and on the right.
  expect(print.width - screen.width).toBeCloseTo((6 / 25.4) * 72, 0);
  const shown = expectOk(await readLeaflet(app, clerk, of));
  expect(shown.values.contacts!.split(" ").sort()).toEqual([...contacts].sort());
  expect(shown.unchecked).toContain("こころの耳 電話相談");
});

it("is not written over once it is handed out, and shows no ended office", async () => {
  const { material } = await makeEdition(app);
  const of = { area: AREA, id: newId() as string };
  const form = { ...texts, template: "map", ...TEMPLATE_TEXTS.map, contacts: [] };
  expectOk(await saveLeaflet(app, clerk, { ...of, material }, form));
  expectOk(await saveEdition(app, clerk, of, anEdition));
  expect(expectOk(await readEdition(app, VISITOR, of)).leaflet).toMatchObject({
    title: TEMPLATE_TEXTS.map.title,
  });
  expect(await saveLeaflet(app, clerk, of, form)).toMatchObject({ error: { kind: "conflict" } });
  const gone = { ...form, contacts: [`organisation:${newId()}`] };
  expect(await saveLeaflet(app, clerk, { area: AREA, id: newId() as string, material }, gone)).toMatchObject({
    error: { fields: { contacts: [expect.stringContaining("外してください")] } },
  });
});

it.each(TEMPLATES)("has a text for the template %s that fits its fields", async (template) => {
  const { material } = await makeEdition(app);
  const form = { ...texts, template, ...TEMPLATE_TEXTS[template], contacts: ["hotline:yorisoi"] };
  const of = { area: AREA, id: newId() as string };
  expectOk(await saveLeaflet(app, clerk, { ...of, material }, form));
  expect((await textOf(expectOk(await readEditionFile(app, clerk, of)).content)).pages).toBe(1);
});
