import { randomBytes } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";

/**
 * The document under a password, by AES-256 (revision 6 of the standard handler): who has the file and not the password
 * reads nothing. Whoever opens it may print and read it aloud, and not change it.
 */
export async function sealPdf(pdf: Uint8Array, password: string): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.encrypt({
    algorithm: "AES-256",
    userPassword: password,
    // Nobody needs to lift the permissions.
    ownerPassword: randomBytes(24).toString("base64url"),
    permissions: { printing: "highResolution", contentAccessibility: true },
  });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
