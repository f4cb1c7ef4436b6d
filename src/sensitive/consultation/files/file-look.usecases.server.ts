import { SENTENCES } from "#platform/files/attachments.ts";
import { partsOf, sourceOf } from "#platform/files/byte-source.ts";
import { cleanName, endingOf } from "#platform/files/file-name.ts";
import { isScanning, ScannerAway, ScanRefused, scan } from "#platform/files/scanner.ts";
import { flawOf } from "#platform/files/signature.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { type Ending, MEDIA_TYPES, MOST_BYTES } from "./case-file.schema.ts";

export type SoundFile = Readonly<{ name: string; ending: Ending; content: Buffer }>;

/** Looks a file through before it is sealed: its kind and length, what it holds, and what the scanner says of it. */
export async function soundFile(file: File): Promise<Result<SoundFile>> {
  const name = cleanName(file.name);
  const ending = endingOf(name).replace("jpeg", "jpg");
  const refused = (sentence: string) => invalid({ file: [sentence] });
  if (!isTaken(ending)) return refused("PDF・画像（JPEG・PNG）のファイルを選択してください。");
  if (file.size > MOST_BYTES) return refused("10MBまでのファイルを選択してください。");
  const content = Buffer.from(await file.arrayBuffer());
  const source = sourceOf(content);
  const flaw = await flawOf(ending, source);
  if (flaw) return refused(SENTENCES[flaw](name));
  if (!isScanning()) return ok({ name, ending, content });
  try {
    const { found } = await scan(partsOf(source));
    return found === undefined
      ? ok({ name, ending, content })
      : refused("ウイルスの疑いがあるため、このファイルは登録できません。所属の情報担当に連絡してください。");
  } catch (error) {
    if (!(error instanceof ScannerAway || error instanceof ScanRefused)) throw error;
    return conflict(
      "ウイルスがないかを確認できないため、登録していません。しばらくしてから、もう一度登録してください。",
    );
  }
}

const isTaken = (ending: string): ending is Ending => Object.hasOwn(MEDIA_TYPES, ending);
