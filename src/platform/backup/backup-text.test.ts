import fc from "fast-check";
import { expect, it } from "vitest";
import { readParts } from "./backup-text.ts";

const cut = async function* (text: Buffer, sizes: readonly number[]) {
  let at = 0;
  for (let n = 0; at < text.length; n++) {
    const size = sizes[n % sizes.length]!;
    yield text.subarray(at, at + size);
    at += size;
  }
};
const read = async (text: Buffer, sizes: readonly number[]) => {
  const found: [string, string][] = [];
  for await (const part of readParts(cut(text, sizes))) {
    if (part.kind === "line") {
      found.push(["line", part.text]);
      continue;
    }
    const rows: Buffer[] = [];
    for await (const piece of part.rows) {
      expect(piece.at(-1)).toBe(0x0a);
      rows.push(Buffer.from(piece));
    }
    found.push([part.table, Buffer.concat(rows).toString()]);
  }
  return found;
};

it("reads tables and lines back, wherever the pieces are cut", async () => {
  const row = fc.string({ unit: fc.constantFrom("a", "\\\\.", "\t", "結", " ", "\\N", "--", ".") });
  const table = fc.array(
    row.map((text) => `${text}\n`),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(table, { maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
      async (tables, sizes) => {
        const rows = tables.map((one) => one.filter((text) => text !== "\\.\n").join(""));
        const text = rows.map(
          (one, n) => `COPY "public"."t${n}" ("a") FROM stdin;\n${one}\\.\n-- after ${n}\n`,
        );
        expect(await read(Buffer.from(text.join("")), sizes)).toEqual(
          rows.flatMap((one, n) => [
            [`"public"."t${n}"`, one],
            ["line", `-- after ${n}`],
          ]),
        );
      },
    ),
    { seed: 20261130, numRuns: 300 },
  );
});

it("tells of a text that ends within a table", async () => {
  await expect(read(Buffer.from('COPY "a" ("b") FROM stdin;\nrow\n'), [5])).rejects.toThrow(/unexpected end/);
});
