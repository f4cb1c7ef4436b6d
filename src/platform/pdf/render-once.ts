import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type PlacedFile, renderPdf } from "./render.ts";

/** So much of what was made last is kept. */
const KEPT_BYTES = 64 * 1024 * 1024;
const made = new Map<string, Buffer>();
let bytes = 0;

/**
 * As `renderPdf`, for papers that anybody may ask for as often as they like: one that says the same is made once and
 * kept in memory, so it must hold nothing that not everybody may read.
 */
export function renderedOnce(
  source: string,
  inputs: Readonly<Record<string, unknown>>,
  files: readonly PlacedFile[] = [],
): Buffer {
  const pictures = files.map(({ path, content }) => [path, Buffer.from(content).toString("base64")]);
  const key = fingerprintOf([source, inputs, pictures]);
  const held = made.get(key);
  if (held) return held;
  const pdf = renderPdf(source, inputs, files);
  made.set(key, pdf);
  bytes += pdf.byteLength;
  for (const [oldest, content] of made) {
    if (bytes <= KEPT_BYTES || oldest === key) break;
    made.delete(oldest);
    bytes -= content.byteLength;
  }
  return pdf;
}
