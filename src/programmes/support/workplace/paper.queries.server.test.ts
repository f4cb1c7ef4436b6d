import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { findPlace } from "../office/place.queries.server.ts";
import { paperForm } from "./paper.queries.server.ts";

const app = testApp();

it("prints the form on one page, with the topics and the services by name", async () => {
  await loadReferenceAreas(app);
  const { area } = expectOk(await findPlace(app, "hamada"));
  const pdf = await paperForm(app, area);
  // Asked for again, it is not made again.
  expect(await paperForm(app, area)).toBe(pdf);
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  expect(document.numPages).toBe(1);
  const { items } = await (await document.getPage(1)).getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join("");
  for (const word of ["浜田圏域", "心の健康", "窯業", "医師の意見聴取"]) expect(text).toContain(word);
});
