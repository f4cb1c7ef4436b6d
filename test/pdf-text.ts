import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What stands on each page of a PDF, without the spaces that its lines are set with. */
export async function pagesOfPdf(content: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    pages.push(text.normalize("NFKC").replaceAll(/\s/g, ""));
  }
  return pages;
}
