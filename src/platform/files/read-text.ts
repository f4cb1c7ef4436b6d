import iconv from "iconv-lite";
import { type Result, refuse } from "#platform/kernel/result.ts";

export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "CP932";

/** Why bytes are no text. */
export type NotText = "empty" | "archive" | "pdf" | "binary" | "unknown-encoding";

const SAMPLE_BYTES = 1024 * 1024;

/**
 * Which encoding the bytes are in: by their mark, else by what they can be. UTF-8 is tried first, since CP932 text
 * that is also well-formed UTF-8 does not occur beyond single letters.
 */
export function detectEncoding(bytes: Uint8Array, sampleBytes = SAMPLE_BYTES): Result<Encoding, NotText> {
  if (bytes.length === 0) return refuse("empty");
  const begins = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x1f, 0x8b)) return refuse("archive");
  if (begins(0x25, 0x50, 0x44, 0x46)) return refuse("pdf");
  if (begins(0xef, 0xbb, 0xbf)) return { ok: true, value: "UTF-8" };
  if (begins(0xff, 0xfe)) return { ok: true, value: "UTF-16LE" };
  if (begins(0xfe, 0xff)) return { ok: true, value: "UTF-16BE" };
  const sample = bytes.subarray(0, sampleBytes);
  if (sample.includes(0)) return looksLikeUtf16(sample) ? { ok: true, value: "UTF-16LE" } : refuse("binary");
  if (isUtf8(sample, sample.length < bytes.length)) return { ok: true, value: "UTF-8" };
  if (!iconv.decode(Buffer.from(sample), "CP932").slice(0, -1).includes("\uFFFD"))
    return { ok: true, value: "CP932" };
  return refuse("unknown-encoding");
}

/** The text of the bytes, without mark, in whichever encoding they are: for files that fit into memory. */
export function readText(bytes: Uint8Array): Result<{ text: string; encoding: Encoding }, NotText> {
  const encoding = detectEncoding(bytes, bytes.length);
  if (!encoding.ok) return encoding;
  const text = iconv.decode(Buffer.from(bytes), encoding.value);
  if (text.includes("\uFFFD")) return refuse("unknown-encoding");
  return { ok: true, value: { text, encoding: encoding.value } };
}

/** UTF-16 without a mark: every other byte of ASCII letters, digits and signs is zero. */
function looksLikeUtf16(sample: Uint8Array): boolean {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) index % 2 ? odd++ : even++;
  return even === 0 && odd > 0;
}

function isUtf8(sample: Uint8Array, cut: boolean): boolean {
  try {
    // A sample may end within a letter; `stream` forgives that.
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: cut });
    return true;
  } catch {
    return false;
  }
}
