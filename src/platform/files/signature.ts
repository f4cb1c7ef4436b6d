import { cleanName } from "./attachments.ts";

const begins = (content: Buffer, ...bytes: readonly number[]) =>
  bytes.every((byte, index) => content[index] === byte);

/** A package of Office Open XML with that folder; one that carries a macro is none of its plain kinds. */
const office = (folder: string) => (content: Buffer) =>
  begins(content, 0x50, 0x4b, 0x03, 0x04) &&
  content.includes("[Content_Types].xml") &&
  content.includes(folder) &&
  !content.includes("vbaProject.bin");

const jpeg = (content: Buffer) => begins(content, 0xff, 0xd8, 0xff);

/** How the content of each kind is known, whatever its name says. */
const SIGNS: Readonly<Record<string, (content: Buffer) => boolean>> = {
  // Readers take a PDF whose sign stands anywhere in the first kilobyte.
  pdf: (content) => content.subarray(0, 1024).includes("%PDF-"),
  png: (content) => begins(content, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  jpg: jpeg,
  jpeg,
  docx: office("word/"),
  xlsx: office("xl/"),
  pptx: office("ppt/"),
};

/** Whether a file is what its name says: of a kind that is told here, and of that kind by its content. */
export function contentFits(name: string, content: Buffer): "fits" | "unknown kind" | "another kind" {
  const sign = SIGNS[cleanName(name).split(".").at(-1)!.toLowerCase()];
  if (!sign) return "unknown kind";
  return sign(content) ? "fits" : "another kind";
}
