import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, describe, expect, inject, it } from "vitest";
import type { App } from "#platform/app.ts";
import { APP } from "#platform/db/roles.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { testApp } from "#test/app.ts";
import { connectionTo } from "#test/setup/server.ts";
import { refusal, type Smtp, startSmtp, textOf } from "#test/smtp.ts";
import { deliveriesOf } from "./deliveries.ts";
import { CLAIM_MS, listMails, type Mail, pauseAfter, queueMail, sealOldMail } from "./outbox.ts";
import { openTransport, sendDueMail } from "./sender.ts";

const app = testApp();
const AREA = "sma-32-02";
const HERE = { actor: "u", areas: [AREA] } as const;
const AT = new Date("2026-11-22T01:00:00Z");
const HOUR = 3_600_000;
const mail = (key: string, to = "member@example.jp"): Mail => ({
  area: AREA,
  to,
  subject: "第2回協議会の日程",
  body: "お答えください。",
  attachments: [{ name: "meeting.ics", mediaType: "text/calendar", text: "BEGIN:VCALENDAR" }],
  onceKey: key,
  about: key,
});

const running: Smtp[] = [];
async function smtp(options: Parameters<typeof startSmtp>[0] = {}) {
  const server = await startSmtp(options);
  running.push(server);
  return { ...server, transport: openTransport(server.url) };
}
const busyFor = (times: number) => async () => {
  if (times-- > 0) throw refusal(451, "busy");
};
const refusing = (code: number, text: string) => (): never => {
  throw refusal(code, text);
};

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    tables(tx).updateTable("mailOutbox").set({ sentAt: AT }).execute(),
  );
});

const queue = (key: string, to?: string) =>
  withRows(app.db, HERE, (tx) => queueMail(tx, "u", AT, mail(key, to)));
const later = (ms: number): App => ({ ...app, clock: fixedClock(new Date(AT.getTime() + ms).toISOString()) });
const delivery = async (about: string) =>
  (await withRows(app.db, HERE, (tx) => deliveriesOf(tx, AREA, [about]))).get(about);
const messageId = ({ raw }: { raw: string }) => /Message-ID: (\S+)/i.exec(raw)![1];

describe("the outbox", () => {
  it("sends a mail once, with its calendar file, and not again", async () => {
    const { transport, taken } = await smtp();
    await queue("a");
    await queue("a");
    expect(await sendDueMail(app, transport)).toBe(1);
    expect(await sendDueMail(app, transport)).toBe(0);
    expect(taken).toHaveLength(1);
    expect(taken[0]!.raw).toContain("meeting.ics");
    expect(messageId(taken[0]!)).toMatch(/^<[0-9a-f-]{36}@127\.0\.0\.1>$/);
    expect(await delivery("a")).toMatchObject({ state: "sent", to: "member@example.jp" });
  });

  it("holds what a mail says sealed, its links apart, and nothing of it once it has gone", async () => {
    const token = "t".repeat(43);
    const link = `https://yui.example.jp/a/${token}`;
    const rows = async () => {
      const all = await withRows(app.db, HERE, (tx) =>
        tables(tx).selectFrom("mailOutbox").selectAll().where("onceKey", "=", "sealed").execute(),
      );
      return { text: JSON.stringify(all), bytes: all.map((row) => [row.content, row.secrets]) };
    };
    const seen = async (links: boolean) =>
      (await withRows(app.db, HERE, (tx) => listMails(tx, 50, { links }))).find(
        ({ onceKey }) => onceKey === "sealed",
      );
    const written = { ...mail("sealed"), body: `お答えください。\n${link}\n${link}/mail`, link };
    await withRows(app.db, HERE, (tx) => queueMail(tx, "u", AT, written));
    expect((await rows()).text).not.toMatch(new RegExp(`${token}|お答え|VCALENDAR|yui.example.jp/a`));
    expect(await seen(true)).toMatchObject({ body: written.body, link });
    expect(await seen(false)).toMatchObject({
      body: "お答えください。\nhttps://yui.example.jp/a/…\nhttps://yui.example.jp/a/…/mail",
      attachments: [],
    });
    const { transport, taken } = await smtp();
    expect(await sendDueMail(app, transport)).toBe(1);
    expect(textOf(taken[0]!)).toContain(`${link}/mail`);
    expect((await rows()).bytes).toEqual([[null, null]]);
    expect(await seen(true)).toMatchObject({ body: "", link: "", sentAt: app.clock.now() });
  });

  it("tells the reader's mail program how to end such mails by itself, of those alone that may be ended", async () => {
    const leave = `https://yui.example.jp/n/${"t".repeat(43)}/one-click`;
    await withRows(app.db, HERE, (tx) => queueMail(tx, "u", AT, { ...mail("news"), leave }));
    await queue("receipt");
    const { transport, taken } = await smtp();
    expect(await sendDueMail(app, transport)).toBe(2);
    const headers = taken.map(({ raw }) => raw.split("\r\n\r\n")[0]!.replace(/\r\n[ \t]+/g, " "));
    const ended = headers.filter((one) => /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m.test(one));
    expect(ended).toHaveLength(1);
    expect(ended[0]).toContain(`List-Unsubscribe: <${leave}>`);
    expect(headers.filter((one) => one.includes("List-Unsubscribe"))).toEqual(ended);
  });

  it("that did not arrive can be read without the secrets of its links, which are gone", async () => {
    const body = `https://yui.example.jp/r/${"t".repeat(43)}`;
    await withRows(app.db, HERE, (tx) => queueMail(tx, "u", AT, { ...mail("gone", "nobody"), body }));
    await sendDueMail(app, (await smtp()).transport);
    const [seen] = (await withRows(app.db, HERE, (tx) => listMails(tx, 50, { links: true }))).filter(
      ({ onceKey }) => onceKey === "gone",
    );
    expect(seen).toMatchObject({ undeliverable: "5.1.3", body: "https://yui.example.jp/r/…" });
  });

  it("seals what was written before and still waits, and then sends it", async () => {
    await queue("old");
    await withRows(app.db, HERE, (tx) =>
      tables(tx)
        .updateTable("mailOutbox")
        .set({ content: null, secrets: null, body: "古い文", attachments: "[]", link: "" })
        .where("onceKey", "=", "old")
        .execute(),
    );
    const { transport, taken } = await smtp();
    expect(await sendDueMail(app, transport)).toBe(0);
    await sealOldMail(app);
    expect(await sendDueMail(app, transport)).toBe(1);
    expect(textOf(taken[0]!)).toContain("古い文");
  });

  it("that opens no more holds up no other", async () => {
    await queue("broken");
    await queue("whole");
    await withRows(app.db, HERE, (tx) =>
      tables(tx)
        .updateTable("mailOutbox")
        .set({ content: Buffer.from("no envelope of ours, and long enough") })
        .where("onceKey", "=", "broken")
        .execute(),
    );
    expect(await sendDueMail(app, (await smtp()).transport)).toBe(1);
    expect(await delivery("broken")).toMatchObject({ state: "undeliverable", code: "5.6.0" });
    expect(await delivery("whole")).toMatchObject({ state: "sent" });
  });

  it("sends each mail once though two senders work at the same time", async () => {
    const { transport, taken } = await smtp();
    for (let index = 0; index < 20; index += 1) await queue(`two-${index}`);
    const counts = await Promise.all([1, 2, 3].map(() => sendDueMail(app, transport)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(20);
    expect(new Set(taken.map(messageId)).size).toBe(20);
  });

  it("loses nothing while the server is busy, and tries again later", async () => {
    const { transport } = await smtp({ answer: busyFor(1) });
    await queue("busy");
    expect(await sendDueMail(app, transport)).toBe(0);
    expect(await delivery("busy")).toMatchObject({ state: "waiting" });
    expect(await sendDueMail(later(pauseAfter(1) - 1), transport)).toBe(0);
    expect(await sendDueMail(later(pauseAfter(1)), transport)).toBe(1);
    expect(await delivery("busy")).toMatchObject({ state: "sent" });
  });

  it("sends all of a day once each when the server comes back after it", async () => {
    const { port, stop } = await startSmtp();
    await stop();
    const transport = openTransport(`smtp://127.0.0.1:${port}`);
    for (let hour = 0; hour < 24; hour += 1) {
      await queue(`day-${hour}`);
      expect(await sendDueMail(later(hour * HOUR), transport)).toBe(0);
    }
    expect(await delivery("day-0")).toMatchObject({ state: "waiting", attempts: 24 });
    const { taken } = await smtp({ port });
    const counts = await Promise.all([1, 2].map(() => sendDueMail(later(25 * HOUR), transport)));
    expect(counts[0]! + counts[1]!).toBe(24);
    expect(new Set(taken.map(messageId)).size).toBe(24);
    expect(taken).toHaveLength(24);
    expect(await sendDueMail(later(48 * HOUR), transport)).toBe(0);
  });

  it("sends nothing of a transaction that was rolled back", async () => {
    await withRows(app.db, HERE, async (tx) => {
      await queueMail(tx, "u", AT, mail("rolled-back"));
      throw new Error("changed my mind");
    }).catch((error: Error) => expect(error.message).toBe("changed my mind"));
    expect(await delivery("rolled-back")).toBeUndefined();
  });

  it("takes a mail from somebody who can't read the outbox, and shows it to nobody elsewhere", async () => {
    const visitor = { actor: "<visitor>", areas: [] } as const;
    await withRows(app.db, visitor, (tx) => queueMail(tx, "<visitor>", AT, mail("visitor")));
    await withRows(app.db, visitor, (tx) => queueMail(tx, "<visitor>", AT, mail("visitor")));
    expect(await withRows(app.db, visitor, (tx) => listMails(tx, 10))).toEqual([]);
    const here = await withRows(app.db, HERE, (tx) => listMails(tx, 100));
    expect(here.filter((one) => one.onceKey === "visitor")).toHaveLength(1);
  });

  it("sends again, under the same id, what a killed process had handed over without writing it down", async () => {
    let handedOver: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      handedOver = resolve;
    });
    const first: string[] = [];
    const hanging = await smtp({
      answer: (taken) => {
        first.push(messageId(taken)!);
        handedOver();
        return new Promise(() => undefined);
      },
    });
    await queue("killed");
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(app.db);
    const connection = { ...connectionTo(inject("server"), rows[0]!.name), options: `-c role=${APP}` };
    const script = join(import.meta.dirname, "../../../test/processes/mail-sender.ts");
    const args = [script, JSON.stringify(connection), hanging.url, AT.toISOString()];
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    await reached;
    child.kill("SIGKILL");
    await once(child, "exit");

    const { transport, taken } = await smtp();
    await expect.poll(() => sendDueMail(later(CLAIM_MS), transport)).toBe(1);
    expect(taken.map(messageId)).toEqual(first);
    expect(await sendDueMail(later(48 * HOUR), transport)).toBe(0);
  });
});

describe("a server that does not answer", () => {
  it("holds nobody up, and lets the process stop at once", async () => {
    let reached: () => void = () => undefined;
    const handedOver = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const { transport } = await smtp({
      answer: () => {
        reached();
        return new Promise(() => undefined);
      },
    });
    await queue("hanging");
    const stop = new AbortController();
    const sending = sendDueMail(app, transport, stop.signal);
    await handedOver;
    // No row is locked, and another sender passes the mail by.
    await withRows(app.db, HERE, (tx) =>
      sql`select from mail_outbox where once_key = 'hanging' for update nowait`.execute(tables(tx)),
    );
    expect(await sendDueMail(app, transport)).toBe(0);
    stop.abort();
    expect(await sending).toBe(0);
    expect(await delivery("hanging")).toMatchObject({ state: "waiting", attempts: 1 });
    const { transport: kind } = await smtp();
    expect(await sendDueMail(later(pauseAfter(1)), kind)).toBe(1);
  });
});

it.each([
  ["smtp://mail.example:25", true],
  ["smtp://mail.example:25?ignoreTLS=true", undefined],
  ["smtp://127.0.0.1:25", undefined],
  ["smtps://mail.example", undefined],
])("encrypts what crosses a network: %s", (url, required) => {
  expect((openTransport(url).options as { requireTLS?: boolean }).requireTLS).toBe(required);
});

describe("what is refused for good", () => {
  it.each([
    ["an unknown recipient", { recipient: refusing(550, "5.1.1 no such user") }, "5.1.1"],
    ["a reply without a status", { recipient: refusing(553, "no") }, "553"],
    ["a text that is not taken", { answer: async () => refusing(554, "5.6.0 no thanks")() }, "5.6.0"],
  ])("%s is tried once and said to be undeliverable", async (name, options, code) => {
    const { transport } = await smtp(options);
    await queue(name);
    expect(await sendDueMail(app, transport)).toBe(0);
    expect(await delivery(name)).toMatchObject({ state: "undeliverable", code });
    const { transport: kind, taken } = await smtp();
    expect(await sendDueMail(later(48 * HOUR), kind)).toBe(0);
    expect(taken).toEqual([]);
  });

  it.each(["", "nobody", "a@example.jp,b@example.jp", "a@example.jp\r\nRCPT TO:<b@example.jp>"])(
    "the address %j is handed to no server",
    async (to) => {
      const { transport, taken } = await smtp();
      await queue(`no mailbox ${to}`, to);
      await sendDueMail(app, transport);
      expect(taken).toEqual([]);
      expect(await delivery(`no mailbox ${to}`)).toMatchObject({ state: "undeliverable", code: "5.1.3" });
    },
  );

  it("a refusal by policy is tried for a day: it may be the server's set-up", async () => {
    const { transport } = await smtp({ recipient: refusing(554, "5.7.1 relay access denied") });
    await queue("policy");
    await sendDueMail(app, transport);
    expect(await delivery("policy")).toMatchObject({ state: "waiting", attempts: 1 });
    await sendDueMail(later(24 * HOUR), transport);
    expect(await delivery("policy")).toMatchObject({ state: "undeliverable", code: "5.7.1" });
  });

  it("a refusal of ourselves is not the recipient's: it waits until somebody mends it", async () => {
    const { transport } = await smtp({
      options: { onMailFrom: (_address, _session, done) => done(refusal(553, "5.1.8 bad sender")) },
    });
    await queue("sender");
    await sendDueMail(later(48 * HOUR), transport);
    expect(await delivery("sender")).toMatchObject({ state: "waiting", attempts: 1 });
  });

  it("does not hold up the mail behind it", async () => {
    const { transport, taken } = await smtp({
      recipient: (address) => {
        if (address.startsWith("gone@")) throw refusal(550, "5.1.1 no such user");
      },
    });
    await queue("gone", "gone@example.jp");
    await queue("there");
    expect(await sendDueMail(app, transport)).toBe(1);
    expect(taken.map(({ to }) => to)).toEqual([["member@example.jp"]]);
  });
});

it("pauses longer each time, up to an hour", () => {
  expect([1, 2, 3, 8, 9, 50].map(pauseAfter)).toEqual([
    15_000, 30_000, 60_000, 1_920_000, 3_600_000, 3_600_000,
  ]);
});
