import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { ensurePagesBuild } from "#platform/web/pages-build.ts";
import { testApp } from "#test/app.ts";
import { connectionTo } from "#test/setup/server.ts";
import { makePeople } from "../matrix/http/people.ts";
import { type ServerProcess, startServer } from "../matrix/http/server.ts";

const app = testApp();
const MB = 1024 * 1024;
const SENT_BYTES = 300 * MB;
/** What the server needs for the answer itself, and the pieces under way. */
const MOST_GROWN_BYTES = 48 * MB;
const HEAD = `--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;

let server: ServerProcess;
let cookies: Record<"nobody" | "a member", string>;

beforeAll(async () => {
  await ensurePagesBuild();
  await loadReferenceAreas(app);
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  server = await startServer(app, connectionTo(inject("server"), rows[0]!.name));
  const people = await makePeople(app);
  cookies = { nobody: "", "a member": people.member!.cookie };
}, 300_000);
afterAll(() => server.stop());

const memory = () =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))![1]) * 1024;

/**
 * Sends a form with one endless file until there is an answer; gives that, how much was sent, and how much memory it
 * took. No status where the connection was closed before the answer could be read.
 */
async function upload(path: string, cookie: string, announced?: number) {
  const before = memory();
  const sending = request(`${server.origin}${path}`, {
    method: "POST",
    headers: {
      "content-type": "multipart/form-data; boundary=x",
      "sec-fetch-site": "same-origin",
      ...(cookie ? { cookie } : {}),
      ...(announced ? { "content-length": announced } : {}),
    },
  });
  let answer: IncomingMessage | undefined;
  let grown = 0;
  let sent = 0;
  const ended = new Promise<void>((resolve) => {
    sending.once("response", (response: IncomingMessage) => {
      answer = response.resume();
      response.once("close", resolve);
    });
    sending.once("error", () => resolve());
    sending.once("close", () => resolve());
  });
  let over = false;
  void ended.then(() => {
    over = true;
  });
  sending.write(HEAD);
  const piece = Buffer.alloc(MB, "%PDF-1.7 ");
  while (!over && !answer && sent < (announced ?? SENT_BYTES)) {
    sent += piece.length;
    if (!sending.write(piece)) await Promise.race([once(sending, "drain").catch(() => undefined), ended]);
    grown = Math.max(grown, memory() - before);
  }
  await ended;
  sending.destroy();
  return { status: answer?.statusCode, to: answer?.headers.location, sent, grown };
}

const PLACES: readonly string[] = [
  "/areas/hamada/requests/new",
  `/areas/hamada/requests/${newId()}`,
  `/areas/hamada/plan/activities/${newId()}`,
  `/areas/hamada/council/meetings/${newId()}`,
  `/r/${"a".repeat(43)}`,
  "/imports/new",
  "/organisations/import",
];

describe.each(["nobody", "a member"] as const)("an upload by %s", (who) => {
  it.each(PLACES)("to %s is refused before it is read, and takes no memory", async (path) => {
    // Once before: what is loaded for an answer stays.
    await upload(path, cookies[who], 5_000_000_000);
    const { status, sent, grown } = await upload(path, cookies[who]);
    expect(status === undefined || (status >= 300 && status < 500)).toBe(true);
    expect(sent).toBeLessThan(64 * MB);
    expect(grown).toBeLessThan(MOST_GROWN_BYTES);
  });

  it("of five gigabytes is refused at once", async () => {
    const { status, sent } = await upload(PLACES[0]!, cookies[who], 5_000_000_000);
    expect([413, undefined]).toContain(status);
    expect(sent).toBeLessThan(16 * MB);
  });
});
