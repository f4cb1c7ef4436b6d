/** Bytes that are read where they are needed: a check of a file holds a part of it in memory, never the whole. */
export type ByteSource = Readonly<{ size: number; read(from: number, length: number): Promise<Buffer> }>;

export const sourceOf = (content: Buffer): ByteSource => ({
  size: content.length,
  read: async (from, length) => content.subarray(from, from + length),
});

export const sourceOfBlob = (content: Blob): ByteSource => ({
  size: content.size,
  read: async (from, length) => Buffer.from(await content.slice(from, from + length).arrayBuffer()),
});

/** The same bytes, a megabyte after the other. */
export async function* partsOf(source: ByteSource, from = 0, to = source.size): AsyncGenerator<Buffer> {
  const step = 1024 * 1024;
  for (let at = from; at < to; at += step) yield source.read(at, Math.min(step, to - at));
}
