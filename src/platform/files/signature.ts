import { cleanName, endingOf } from "./file-name.ts";

const ZIP = Buffer.from("PK\x03\x04", "latin1");
const JPEG = Buffer.from("\xff\xd8\xff", "latin1");

/**
 * How a file of each kind begins, and which folder a package of Office Open XML holds. Texts begin as they like, so
 * they have no line here. Readers take a PDF whose head stands anywhere in the first kilobyte.
 */
const SIGNS: Readonly<Record<string, Readonly<{ head: Buffer; within?: number; folder?: string }>>> = {
  pdf: { head: Buffer.from("%PDF-"), within: 1024 },
  png: { head: Buffer.from("\x89PNG\r\n\x1a\n", "latin1") },
  jpg: { head: JPEG },
  jpeg: { head: JPEG },
  docx: { head: ZIP, folder: "word/" },
  xlsx: { head: ZIP, folder: "xl/" },
  pptx: { head: ZIP, folder: "ppt/" },
};

/** Whether a file begins as its ending says; `start` are its first bytes, a kilobyte or more where there are as many. */
export function beginsAs(ending: string, start: Uint8Array): boolean {
  const sign = SIGNS[ending];
  if (!sign) return true;
  const { head, within = 0 } = sign;
  return Buffer.from(start.subarray(0, within + head.length)).includes(head);
}

/**
 * Whether a file is what its name says, by its whole content: of a kind that is told above, and of that kind. A letter
 * or table that carries a macro is none of the plain kinds.
 */
export function contentFits(name: string, content: Buffer): "fits" | "unknown kind" | "another kind" {
  const ending = endingOf(cleanName(name));
  const sign = SIGNS[ending];
  if (!sign) return "unknown kind";
  const { folder } = sign;
  const whole =
    folder === undefined ||
    (content.includes("[Content_Types].xml") &&
      content.includes(folder) &&
      !content.includes("vbaProject.bin"));
  return beginsAs(ending, content) && whole ? "fits" : "another kind";
}
