import { type ByteSource, sourceOfBlob } from "./byte-source.ts";
import { cleanName, endingOf } from "./file-name.ts";
import { pdfFlaw } from "./pdf-check.ts";
import { endsAsZip, packageFlaw } from "./zip-check.ts";

/**
 * Why a file is not taken.
 *
 * - `another kind`: it is not what its name says, or something else at the same time.
 * - `macro`: it holds a program, also as a part of another name.
 * - `locked`: encrypted, or packed so that nobody can look into it.
 * - `too much`: it unpacks to more than it says, or than a machine bears.
 * - `active`: a PDF that runs something when it is opened.
 */
export type Flaw = "another kind" | "macro" | "locked" | "too much" | "active";

const bytes = (text: string) => Buffer.from(text, "latin1");
const ZIP = bytes("PK\x03\x04");
const JPEG = bytes("\xff\xd8\xff");
const PNG = bytes("\x89PNG\r\n\x1a\n");
const PDF = bytes("%PDF-");
/** Documents of Office before 2007, which may hold macros; and the new ones once a password is set on them. */
const COMPOUND = bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
const PROGRAMS = ["MZ", "\x7fELF", "#!", "\xca\xfe\xba\xbe", "\xcf\xfa\xed\xfe"].map(bytes);
const OTHERS = [ZIP, JPEG, PNG, COMPOUND, bytes("GIF8"), bytes("Rar!"), bytes("7z\xbc\xaf")];

/**
 * How a file of each kind begins. Texts begin as they like, so they have no line here. Readers take a PDF whose head
 * stands anywhere in the first kilobyte.
 */
const SIGNS: Readonly<Record<string, Readonly<{ head: Buffer; within?: number }>>> = {
  pdf: { head: PDF, within: 1024 },
  png: { head: PNG },
  jpg: { head: JPEG },
  jpeg: { head: JPEG },
  docx: { head: ZIP },
  xlsx: { head: ZIP },
  pptx: { head: ZIP },
};
const TEXTS = ["csv", "txt"];
const PACKAGES = ["docx", "xlsx", "pptx"];

/** Whether a file begins as its ending says; `start` are its first bytes, a kilobyte or more where there are as many. */
export function beginsAs(ending: string, start: Uint8Array): boolean {
  const sign = SIGNS[ending];
  if (!sign) return true;
  const { head, within = 0 } = sign;
  return Buffer.from(start.subarray(0, within + head.length)).includes(head);
}

/** What is wrong with a file of a kind that is taken, by its whole content. One rule for every place that takes files. */
export async function flawOf(ending: string, source: ByteSource): Promise<Flaw | undefined> {
  const start = await source.read(0, 2048);
  const beginsWith = (head: Buffer) => start.subarray(0, head.length).equals(head);
  if (PACKAGES.includes(ending) && beginsWith(COMPOUND)) return "locked";
  if (!beginsAs(ending, start)) return "another kind";
  if (PACKAGES.includes(ending)) return packageFlaw(source, ending);
  // Two kinds at once: which one it is depends on who opens it.
  if (PROGRAMS.some(beginsWith) || (await endsAsZip(source))) return "another kind";
  const own = SIGNS[ending]?.head;
  if (OTHERS.some((head) => head !== own && beginsWith(head))) return "another kind";
  if (ending === "pdf") return pdfFlaw(source);
  if (beginsAs("pdf", start) && !TEXTS.includes(ending)) return "another kind";
  if (TEXTS.includes(ending) && beginsWith(PDF)) return "another kind";
  if (ending === "png" && (await goesOnBehind(source))) return "another kind";
  return undefined;
}

/** Whether something follows the last chunk of a picture (PNG, 5.3). */
async function goesOnBehind(source: ByteSource): Promise<boolean> {
  for (let at = PNG.length; at + 12 <= source.size; ) {
    const head = await source.read(at, 8);
    at += 12 + head.readUInt32BE(0);
    if (head.toString("latin1", 4) === "IEND") return at < source.size;
  }
  return false;
}

/** Whether a file is what its name says, by its whole content: of a kind that is told above, and without a flaw. */
export async function contentFits(name: string, content: Blob): Promise<"fits" | "unknown kind" | Flaw> {
  const ending = endingOf(cleanName(name));
  if (!SIGNS[ending]) return "unknown kind";
  return (await flawOf(ending, sourceOfBlob(content))) ?? "fits";
}
