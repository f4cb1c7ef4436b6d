import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { inTransaction } from "#platform/db/database.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { testApp } from "#test/app.ts";
import { countWaiting, listMails, type Mail, pauseAfter, queueMail } from "./outbox.ts";
import { openTransport, sendDueMail } from "./sender.ts";

const app = testApp();
const HERE = { actor: "u", areas: ["sma-32-02"] } as const;
const AT = new Date("2026-11-22T01:00:00Z");
const mail = (key: string): Mail => ({
  area: "sma-32-02",
  to: "member@example.jp",
  subject: "第2回協議会の日程",
  body: "お答えください。",
  attachments: [{ name: "meeting.ics", mediaType: "text/calendar", text: "BEGIN:VCALENDAR" }],
  onceKey: key,
});

const running: SMTPServer[] = [];
async function smtp(refuseFirst = 0) {
  const taken: string[] = [];
  let refusals = refuseFirst;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (chunk: Buffer) => (text += chunk));
      stream.on("end", () => {
        if (refusals-- > 0) return done(Object.assign(new Error("busy"), { responseCode: 451 }));
        taken.push(text);
        done();
      });
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  running.push(server);
  return { url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`, taken };
}

afterEach(async () => {
  for (const server of running.splice(0)) await new Promise<void>((done) => server.close(() => done()));
  await inTransaction(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    tx.updateTable("mail_outbox").set({ sent_at: AT }).execute(),
  );
});

const queue = (key: string) => inTransaction(app.db, HERE, (tx) => queueMail(tx, "u", AT, mail(key)));
const waiting = () => inTransaction(app.db, HERE, countWaiting);
const later = (ms: number): App => ({ ...app, clock: fixedClock(new Date(AT.getTime() + ms).toISOString()) });

describe("the outbox", () => {
  it("sends a mail once, with its calendar file, and not again", async () => {
    const server = await smtp();
    await queue("a");
    await queue("a");
    const transport = openTransport(server.url);
    expect(await sendDueMail(app, transport)).toBe(1);
    expect(await sendDueMail(app, transport)).toBe(0);
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toContain("meeting.ics");
    expect(server.taken[0]).toMatch(/Message-ID: <[0-9a-f-]{36}@127\.0\.0\.1>/i);
    transport.close();
  });

  it("sends each mail once though two senders work at the same time", async () => {
    const server = await smtp();
    for (let index = 0; index < 20; index += 1) await queue(`two-${index}`);
    const transport = openTransport(server.url);
    const counts = await Promise.all([1, 2, 3].map(() => sendDueMail(app, transport)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(20);
    expect(new Set(server.taken.map((text) => /Message-ID: (\S+)/i.exec(text)![1])).size).toBe(20);
    transport.close();
  });

  it("loses nothing while the server is down or busy, and tries again later", async () => {
    await queue("down");
    const nobody = openTransport("smtp://127.0.0.1:1");
    expect(await sendDueMail(app, nobody)).toBe(0);
    expect(await waiting()).toBe(1);
    const server = await smtp(1);
    const transport = openTransport(server.url);
    expect(await sendDueMail(later(1_000), transport)).toBe(0);
    expect(await sendDueMail(later(pauseAfter(1)), transport)).toBe(0);
    expect(await sendDueMail(later(pauseAfter(1) + pauseAfter(2)), transport)).toBe(1);
    expect(await waiting()).toBe(0);
    transport.close();
  });

  it("sends nothing of a transaction that was rolled back", async () => {
    await inTransaction(app.db, HERE, async (tx) => {
      await queueMail(tx, "u", AT, mail("rolled-back"));
      throw new Error("changed my mind");
    }).catch((error: Error) => expect(error.message).toBe("changed my mind"));
    expect(await waiting()).toBe(0);
  });

  it("takes a mail from somebody who can't read the outbox, and shows it to nobody elsewhere", async () => {
    const visitor = { actor: "<visitor>", areas: [] } as const;
    await inTransaction(app.db, visitor, (tx) => queueMail(tx, "<visitor>", AT, mail("visitor")));
    await inTransaction(app.db, visitor, (tx) => queueMail(tx, "<visitor>", AT, mail("visitor")));
    expect(await inTransaction(app.db, visitor, (tx) => listMails(tx, 10))).toEqual([]);
    expect(await waiting()).toBe(1);
  });
});

it("pauses longer each time, up to an hour", () => {
  expect([1, 2, 3, 8, 9, 50].map(pauseAfter)).toEqual([
    15_000, 30_000, 60_000, 1_920_000, 3_600_000, 3_600_000,
  ]);
});
