import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { scanner as scannerCheck } from "#platform/commands/doctor/service.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import { openFile, statesOfFiles, storeFile } from "#platform/files/attachments.ts";
import { setScanner } from "#platform/files/scanner.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { scanWaiting } from "./public.ts";

const app = testApp();
const AREA = "sma-32-02" as AreaId;
const HERE = { actor: "u", areas: [AREA] } as const;
const AT = new Date("2026-11-22T01:00:00Z");
/** What our own signature finds. */
const MARK = "yui test of a scanner, not a virus";
const hasClamd = spawnSync("clamd", ["--version"]).status === 0;

const folder = mkdtempSync(join(tmpdir(), "yui-clamd-"));
const socket = join(folder, "clamd.sock");
let daemon: ChildProcess | undefined;

async function startScanner(): Promise<void> {
  writeFileSync(join(folder, "yui.ndb"), `Yui.Test:0:*:${Buffer.from(MARK).toString("hex")}\n`);
  writeFileSync(
    join(folder, "clamd.conf"),
    [
      `LocalSocket ${socket}`,
      `DatabaseDirectory ${folder}`,
      "Foreground yes",
      `User ${userInfo().username}`,
    ].join("\n"),
  );
  daemon = spawn("clamd", ["-c", join(folder, "clamd.conf")], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const said of daemon.stdout!) if (String(said).includes("Self checking")) break;
  daemon.stdout!.resume();
}

async function stopScanner(): Promise<void> {
  if (!daemon) return;
  const ended = once(daemon, "exit");
  daemon.kill();
  await ended;
  daemon = undefined;
}

const store = (text: string, tell?: string, by = "u") =>
  withRows(app.db, HERE, async (tx) => {
    async function* content() {
      yield Buffer.from(text);
    }
    return expectOk(await storeFile(tx, AREA, by, AT, { name: "資料.txt", content: content(), tell })).id;
  });
const open = (id: string) => withRows(app.db, HERE, (tx) => openFile(tx, AREA, id));
const state = (id: string) =>
  withRows(app.db, HERE, async (tx) => (await statesOfFiles(tx, AREA, [id])).get(id));
const row = (id: string) =>
  withRows(app.db, HERE, (tx) =>
    tables(tx)
      .selectFrom("storedFile")
      .select(["scan", "found", "tell"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow(),
  );

beforeAll(() => loadReferenceAreas(app));
afterEach(() => setScanner(undefined));
afterAll(async () => {
  await stopScanner();
  rmSync(folder, { recursive: true });
});

it("opens files at once where no scanner is set up", async () => {
  const id = await store("安全な資料");
  await scanWaiting(app);
  expect(await state(id)).toBe("open");
  expect(expectOk(await open(id)).content.toString()).toBe("安全な資料");
});

it("keeps files closed while the scanner is away, and the doctor says so", async () => {
  setScanner(join(folder, "nobody.sock"));
  const id = await store("安全な資料");
  await scanWaiting(app);
  expect(await state(id)).toBe("waiting");
  expect(await open(id)).toMatchObject({
    error: { kind: "conflict", message: expect.stringContaining("確認中") },
  });
  const away = { ...app.config, clamd: join(folder, "nobody.sock") };
  expect(await scannerCheck(away)).toMatchObject({ state: "bad", found: expect.stringContaining("ENOENT") });
  expect(await scannerCheck(app.config)).toMatchObject({ state: "note" });
});

describe.skipIf(!hasClamd)(`with a clamd${hasClamd ? "" : " (skipped: none is installed here)"}`, () => {
  beforeAll(startScanner, 60_000);

  it("opens what is clean, also what came while the scanner was away, and of several megabytes", async () => {
    setScanner(join(folder, "nobody.sock"));
    const [before, long] = [
      await store("安全な資料", "a@example.jp"),
      await store("長い資料".repeat(300_000)),
    ];
    setScanner(socket);
    expect(await state(before)).toBe("waiting");
    await scanWaiting(app);
    expect([await state(before), await state(long)]).toEqual(["open", "open"]);
    expect(await row(before)).toEqual({ scan: "clean", found: null, tell: null });
    expect(await scannerCheck({ ...app.config, clamd: socket })).toMatchObject({ state: "good" });
  });

  it("never opens what is infected, and tells the sender, the administrator and the log", async () => {
    setScanner(socket);
    await holds(app, "administrator", AREA);
    const id = await store(`前文 ${MARK} 後文`, "sender@example.jp");
    await scanWaiting(app);
    await scanWaiting(app);
    expect(await row(id)).toMatchObject({
      scan: "infected",
      found: expect.stringContaining("Yui.Test"),
      tell: null,
    });
    setScanner(undefined);
    expect(await open(id)).toMatchObject({ error: { kind: "conflict" } });
    const pieces = await withRows(app.db, HERE, (tx) =>
      tables(tx).selectFrom("storedFilePiece").select("position").where("fileId", "=", id).execute(),
    );
    expect(pieces).toEqual([]);
    const mails = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) => listMails(tx, 100));
    const told = mails.filter(({ subject }) => subject.includes("ウイルスの疑い"));
    expect(told).toHaveLength(2);
    expect(told.find(({ to }) => to === "sender@example.jp")?.body).toContain("あなたが添付した");
    expect(told.find(({ to }) => to !== "sender@example.jp")?.body).toContain("添付した人に連絡し");
    const entries = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      tables(tx)
        .selectFrom("auditEntry")
        .select(["action", "subjectId", "outcome"])
        .where("action", "like", "file.%")
        .execute(),
    );
    expect(entries).toEqual([{ action: "file.withhold", subjectId: id, outcome: "granted" }]);
  });
});
