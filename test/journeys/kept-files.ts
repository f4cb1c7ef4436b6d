import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

/** Which of the texts stand anywhere in the files of the database, the log and the mails, each as "text in place". */
export function keptTexts(texts: readonly string[]): string[] {
  const kept = [...filesIn(inject("dataFolder")), inject("logFile"), ...filesIn(inject("mailFolder"))];
  return kept.flatMap((file) => {
    const content = contentOf(file);
    return texts
      .filter((text) => written(text).some((form) => content.includes(form)))
      .map((text) => `${text} in ${kindOf(file)}`);
  });
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [join(one.parentPath, one.name)] : [],
  );

const kindOf = (file: string) => (file.startsWith(inject("dataFolder")) ? "the database" : "log or mail");

/** The ways in which a text may stand in a file: as it is, in hexadecimal digits, in base64. */
function written(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  return [
    bytes,
    Buffer.from(bytes.toString("hex")),
    Buffer.from(bytes.toString("base64").replace(/=+$/, "")),
  ];
}

/** What stands in a file; nothing where the server has just taken it away. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}
