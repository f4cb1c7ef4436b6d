import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, it } from "vitest";
import { documentPdf } from "./document-pdf.ts";
import { sealPdf } from "./sealed-pdf.ts";

const PASSWORD = "k7mw-3xqd-9rtn-hv4c";
const plain = () =>
  documentPdf(
    {
      ...{ title: "紹介状", subtitle: "見本", notes: [], madeOn: "2026-11-22" },
      sections: [{ heading: "要約", blocks: [{ kind: "paragraph", text: "眠れない日が続く" }] }],
    },
    "",
  );

const textOf = async (data: Uint8Array, password?: string) => {
  const document = await getDocument({
    data: new Uint8Array(data),
    verbosity: 0,
    ...(password ? { password } : {}),
  }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
};

it("opens by the password alone, and holds nothing that can be read without it", async () => {
  const sealed = await sealPdf(plain(), PASSWORD);
  expect(await textOf(sealed, PASSWORD)).toContain("眠れない日が続く");
  await expect(textOf(sealed)).rejects.toMatchObject({ name: "PasswordException" });
  await expect(textOf(sealed, "another")).rejects.toMatchObject({ name: "PasswordException" });
});

it("is sealed by AES-256, revision 6", async () => {
  const sealed = await sealPdf(plain(), PASSWORD);
  const dictionary = sealed.toString("latin1");
  for (const word of ["/V 5", "/R 6", "/CFM /AESV3"]) expect(dictionary).toContain(word);
  const told = infoOf(sealed);
  if (told !== undefined) expect(told).toMatch(/Encrypted:\s+yes .*algorithm:AES-256/);
});

/** What another reader of PDF says of it, where the machine has one. */
function infoOf(pdf: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "yui-sealed-"));
  try {
    const path = join(folder, "sealed.pdf");
    writeFileSync(path, pdf);
    return execFileSync("pdfinfo", ["-upw", PASSWORD, path], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
