import { z } from "zod";
import { scopeOf, service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { also, command, definePolicy, type Permit, query, services } from "#foundation/authority/public.ts";
import { findWorker, mailboxesOf } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { isScanning, ScannerAway, ScanRefused, scan } from "#platform/files/scanner.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import { INFECTED } from "./messages.ts";
import { contentPieces, lockWaiting, selectWaiting, updateScan } from "./scan.store.server.ts";

const SCANNER = service("scanner");
const scanner = services("scanner");
const filePolicy = definePolicy(
  { "file.list-waiting": scanner, "file.scan": scanner, "file.withhold": scanner },
  { quiet: ["file.list-waiting", "file.scan"] },
);
const AT_ONCE = 50;

const listWaiting = query({
  name: "file.list-waiting",
  policy: filePolicy,
  target: z.object({}),
  subject: () => ({ type: "file", area: NATION }),
  run: async (permit) => ok(await selectWaiting(permit, AT_ONCE)),
});

/** Has the scanner look at one file. While it is away the file goes on waiting. */
const scanFile = command({
  name: "file.scan",
  policy: filePolicy,
  target: z.object({ area: areaId, id: rowId() }),
  subject: (_find, { area, id }) => ({ type: "file", area, id }),
  async run(permit, { area, id }) {
    const file = await lockWaiting(permit, area, id);
    if (!file) return ok(undefined);
    const { found } = await scan(contentPieces(permit, area, id));
    await updateScan(permit, area, id, found);
    if (!found) return ok(undefined);
    const withheld = await also(permit, filePolicy, "file.withhold", permit.subject);
    if (!withheld.ok) return withheld;
    await tell(permit, { ...file, area, id, found });
    return ok(undefined);
  },
});

type Infected = NonNullable<Awaited<ReturnType<typeof lockWaiting>>> &
  Readonly<{ area: AreaId; id: string; found: string }>;

/** Tells who attached it, and the administrators of the area, or its secretariat where it has none. */
async function tell(permit: Permit, { area, id, name, storedBy, storedAt, tell: address, found }: Infected) {
  const sender = address ?? (await findWorker(permit, storedBy))?.email;
  const administrators = await mailboxesOf(permit, area, "administrator");
  const office = administrators.length > 0 ? administrators : await mailboxesOf(permit, area, "coordinator");
  const day = plainDateIn(storedAt, "Asia/Tokyo");
  const letters = new Map(office.map(({ email }) => [email, INFECTED.office(name, found, day)]));
  if (sender) letters.set(sender, INFECTED.sender(name, found));
  for (const [to, body] of letters)
    await queueMail(permit, scopeOf(permit.actor).actor, permit.clock.now(), {
      ...{ area, to, body, subject: INFECTED.subject(name) },
      onceKey: `file-infected:${id}:${to}`,
    });
}

/** Looks through the files that wait, one after the other; a scanner that is away is asked again in the next round. */
export async function scanWaiting(app: App): Promise<void> {
  if (!isScanning()) return;
  for (let more = true; more; ) {
    const waiting = expectOk(await listWaiting(app, SCANNER, {}));
    let done = 0;
    for (const file of waiting) {
      try {
        expectOk(await scanFile(app, SCANNER, file));
        done += 1;
      } catch (error) {
        if (!(error instanceof ScannerAway || error instanceof ScanRefused)) throw error;
        app.log.warn({ why: error.message, file: file.id }, "a file waits for the scanner");
        if (error instanceof ScannerAway) return;
      }
    }
    more = waiting.length === AT_ONCE && done > 0;
  }
}
