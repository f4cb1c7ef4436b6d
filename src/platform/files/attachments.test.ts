import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { tables, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import {
  downloadHeaders,
  findFile,
  LONGEST_ATTACHMENT_BYTES,
  readFileContent,
  storeFile,
} from "./attachments.ts";
import { cleanName } from "./file-name.ts";

const app = testApp();
const AREA = "sma-32-02" as AreaId;
const HERE = { actor: "u", areas: [AREA] } as const;
const AT = new Date("2026-11-22T01:00:00Z");

async function* chunks(total: number, size: number) {
  for (let from = 0; from < total; from += size) yield Buffer.alloc(Math.min(size, total - from), from % 251);
}

async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const chunk of content) held.push(chunk);
  return Buffer.concat(held);
}

describe("storeFile", () => {
  it.each([1, 1_048_576, 1_048_577, 3_500_000])("gives back %i bytes as they came", async (total) => {
    const file = { name: "資料.txt", content: chunks(total, 77_777) };
    const stored = expectOk(await withRows(app.db, HERE, (tx) => storeFile(tx, AREA, "u", AT, file)));
    const back = await withRows(app.db, HERE, (tx) => readFileContent(tx, AREA, stored.id));
    const sent = await collect(chunks(total, 77_777));
    expect(back.equals(sent)).toBe(true);
    expect(stored).toMatchObject({
      bytes: total,
      mediaType: "text/plain",
      sha256: createHash("sha256").update(sent).digest("hex"),
    });
  });

  it("is out of reach from another area", async () => {
    const file = { name: "a.txt", content: chunks(10, 10) };
    const stored = expectOk(await withRows(app.db, HERE, (tx) => storeFile(tx, AREA, "u", AT, file)));
    const elsewhere = { actor: "u", areas: ["14150"] } as const;
    expect(await withRows(app.db, elsewhere, (tx) => findFile(tx, AREA, stored.id))).toBe(undefined);
  });

  it.each(["page.html", "picture.svg", "run.exe", "noextension"])("refuses %s", async (name) => {
    const result = await withRows(app.db, HERE, (tx) =>
      storeFile(tx, AREA, "u", AT, { name, content: chunks(1, 1) }),
    );
    expect(result).toMatchObject({ ok: false, error: { kind: "invalid" } });
  });

  it.each([
    ["写真.JPG", "ffd8ffe000104a46", true],
    ["写真.png", "89504e470d0a1a0a", true],
    ["写真.png", "ffd8ffe000104a46", false],
    ["案内.pdf", "255044462d312e37", true],
    ["案内.pdf", `${"0a".repeat(1000)}255044462d312e37`, true],
    ["案内.pdf", "4d5a900003000000", false],
    ["案内.pdf", "25", false],
    ["要綱.docx", "504b030414000600", false],
    ["要綱.docx", "d0cf11e0a1b11ae1", false],
    ["表.csv", "efbbbfe5b9b4", true],
    ["空.pdf", "", false],
    ["空.txt", "", false],
  ])("of %s that begins with %s: taken %s, and nothing left of what was not", async (name, hex, taken) => {
    async function* content() {
      yield Buffer.from(hex, "hex");
    }
    const [result, left] = await withRows(app.db, HERE, async (tx) => {
      const stored = await storeFile(tx, AREA, "u", AT, { name, content: content() });
      const rows = await tables(tx).selectFrom("storedFile").select("id").where("name", "=", name).execute();
      await tables(tx).deleteFrom("storedFile").where("name", "=", name).execute();
      return [stored.ok, rows.length];
    });
    expect([result, left]).toEqual([taken, taken ? 1 : 0]);
  });

  it("refuses what is too long before it has read all of it", async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 8_388_608;
        yield Buffer.alloc(8_388_608);
      }
    }
    const result = await withRows(app.db, HERE, (tx) =>
      storeFile(tx, AREA, "u", AT, { name: "long.txt", content: endless() }),
    );
    expect(result).toMatchObject({ ok: false });
    const left = await withRows(app.db, HERE, (tx) =>
      tables(tx).selectFrom("storedFile").select("id").where("name", "=", "long.txt").execute(),
    );
    expect(left).toEqual([]);
    expect(read).toBeLessThan(LONGEST_ATTACHMENT_BYTES + 2 * 8_388_608);
  });
});

describe("cleanName", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\資料\\第1回.docx", "第1回.docx"],
    ['a"b\r\nc.pdf', "abc.pdf"],
    [".env", "file.env"],
    ["", "file"],
    ["exe\u202efdp.pdf", "exefdp.pdf"],
  ])("%j becomes %j", (name, clean) => expect(cleanName(name)).toBe(clean));

  it("goes into a header without breaking it", () => {
    expect(downloadHeaders('第1回"報告.pdf', "application/pdf")["Content-Disposition"]).toBe(
      "attachment; filename*=UTF-8''%E7%AC%AC1%E5%9B%9E%22%E5%A0%B1%E5%91%8A.pdf",
    );
  });
});
