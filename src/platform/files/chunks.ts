import { open } from "node:fs/promises";

/**
 * The bytes of a file, piece by piece, all in the same memory: a piece is good until the next one is asked for. A
 * stream would leave as much garbage behind as the file is long, outside the heap where nobody hurries to collect it.
 */
export async function* chunksOf(path: string, size: number): AsyncGenerator<Buffer> {
  const file = await open(path);
  const buffer = Buffer.allocUnsafe(size);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, size);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
