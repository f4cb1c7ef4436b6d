import { expect, it } from "vitest";
import { documentPdf } from "./document-pdf.ts";
import { renderedOnce } from "./render-once.ts";

const paper = (title: string) => ({ title, subtitle: "", notes: [], sections: [] });

it("makes a paper that says the same once, and one that says something else anew", () => {
  const first = documentPdf(paper("島根県"), "http://localhost", renderedOnce);
  expect(documentPdf(paper("島根県"), "http://localhost", renderedOnce)).toBe(first);
  expect(documentPdf(paper("神奈川県"), "http://localhost", renderedOnce)).not.toBe(first);
  expect(documentPdf(paper("島根県"), "https://elsewhere.example", renderedOnce)).not.toBe(first);
  expect(documentPdf(paper("島根県"), "http://localhost")).not.toBe(first);
});
