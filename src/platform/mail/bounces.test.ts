import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { withRows } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { testApp } from "#test/app.ts";
import { type Smtp, startSmtp } from "#test/smtp.ts";
import { takeBounce } from "./bounces.ts";
import { deliveriesOf } from "./deliveries.ts";
import { queueMail } from "./outbox.ts";
import { mailNamedBy } from "./return-path.ts";
import { openTransport, sendDueMail } from "./sender.ts";

const app = testApp();
const AREA = "sma-32-02";
const HERE = { actor: "u", areas: [AREA] } as const;
let smtp: Smtp;
beforeAll(async () => {
  smtp = await startSmtp({ options: { hideDSN: false } });
});
afterAll(() => smtp.stop());

/** Sends a mail about something and gives its id and the envelope that the server saw. */
async function send(about: string, bounceAddress?: string) {
  await withRows(app.db, HERE, (tx) =>
    queueMail(tx, "u", app.clock.now(), {
      area: AREA,
      to: "gone@example.jp",
      subject: "日程",
      body: "お答えください。",
      onceKey: about,
      about,
    }),
  );
  const config = { ...app.config, bounceAddress };
  const { length } = smtp.taken;
  await sendDueMail({ ...app, config } as App, openTransport(smtp.url));
  const taken = smtp.taken[length]!;
  return { ...taken, id: /Message-ID: <([^@]+)@/i.exec(taken.raw)![1]! };
}

type Parts = Readonly<{ to?: string; status: string; original?: string; eol?: string }>;
/** A returned mail as RFC 3462 puts it together. */
function returned({ to = "yui@example.jp", status, original = "", eol = "\r\n" }: Parts): Uint8Array {
  const text = [
    "From: MAILER-DAEMON@mx.example.jp",
    `To: ${to}`,
    "Subject: =?utf-8?B?6YWN5L+h44Gn44GN44G+44Gb44KT?=",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
    "",
    "--=_b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "届きませんでした。",
    "--=_b",
    "Content-Type: message/delivery-status",
    "",
    status,
    "--=_b",
    original,
    "--=_b--",
    "",
  ].join("\n");
  return Buffer.from(text.replaceAll("\n", eol));
}
const headers = (id: string, kind = "text/rfc822-headers") =>
  `Content-Type: ${kind}\n\nFrom: yui@example.jp\nMessage-ID:\n <${id}@yui.example.jp>\nSubject: x\n`;
const failed = (code: string, more = "") =>
  `Reporting-MTA: dns; mx.example.jp\n${more}\nFinal-Recipient: rfc822; gone@example.jp\nAction: failed\nStatus: ${code}\nDiagnostic-Code: smtp; 550 ${code}\n no such\n user\n`;

const bounced = async (about: string) =>
  (await withRows(app.db, HERE, (tx) => deliveriesOf(tx, AREA, [about]))).get(about);

describe("a mail that comes back", () => {
  it("is known by the headers that came with it", async () => {
    const { id } = await send("headers");
    expect(await takeBounce(app, returned({ status: failed("5.1.1"), original: headers(id) }))).toBe("noted");
    expect(await bounced("headers")).toMatchObject({ state: "undeliverable", code: "5.1.1" });
  });

  it("is known by the whole mail, with the line ends of another system", async () => {
    const { id } = await send("whole");
    const mail = returned({
      status: failed("5.2.2 (mailbox full)"),
      original: headers(id, "message/rfc822"),
      eol: "\n",
    });
    expect(await takeBounce(app, mail)).toBe("noted");
    expect(await bounced("whole")).toMatchObject({ state: "undeliverable", code: "5.2.2" });
  });

  it("is known by the envelope's id, which the server was given", async () => {
    const { id, args } = await send("envelope");
    expect(args).toMatchObject({ ENVID: id, RET: "HDRS" });
    const status = failed("5.1.1", `Original-Envelope-Id: ${id}\n`);
    expect(await takeBounce(app, returned({ status }))).toBe("noted");
  });

  it("is known by the address that it came back to, each mail having its own", async () => {
    const { id, from } = await send("address", "bounces@yui.example.jp");
    expect(from).toBe(`bounces+${id}@yui.example.jp`);
    const mail = returned({ to: from, status: failed("5.7.1") });
    expect(await takeBounce(app, mail)).toBe("noted");
    expect(await takeBounce(app, mail)).toBe("known");
  });

  it("that is only late changes nothing", async () => {
    const { id } = await send("late");
    const status = failed("4.4.1").replace("Action: failed", "Action: delayed");
    expect(await takeBounce(app, returned({ status, original: headers(id) }))).toBe("delayed");
    expect(await bounced("late")).toMatchObject({ state: "sent" });
  });

  it("about which somebody else's store knows is left alone", async () => {
    const mail = returned({ status: failed("5.1.1"), original: headers(newId()) });
    expect(await takeBounce(app, mail)).toBe("unknown");
  });

  it.each([
    ["nothing", ""],
    ["an answer from a holiday machine", "From: a@example.jp\r\nSubject: away\r\n\r\nI am away.\r\n"],
    ["a report that names no mail", Buffer.from(returned({ status: failed("5.1.1") })).toString()],
    ["a report without fields", Buffer.from(returned({ status: "" })).toString()],
    ["noise", "\u0000\u0001multipart/report;;; boundary\r\n\r\n--"],
    [
      "parts without end",
      Array.from(
        { length: 999 },
        (_, at) => `Content-Type: multipart/mixed; boundary=${at}\r\n\r\n--${at}\r\n`,
      ).join(""),
    ],
    ["nesting without end", `${"Content-Type: message/rfc822\r\n\r\n".repeat(2000)}x`],
  ])("is not made of %s", async (_name, text) => {
    expect(await takeBounce(app, Buffer.from(text))).toBe("none");
  });
});

it("names a mail by whole ids only", () => {
  const id = newId();
  expect(mailNamedBy(`<${id}@yui.example.jp>`)).toBe(id);
  expect(mailNamedBy(`Yui <bounces+${id.toUpperCase()}@yui.example.jp>`)).toBe(id);
  expect(mailNamedBy(id)).toBe(id);
  for (const text of ["", "<x@y>", `<${id}0@y>`, id.slice(1), "g".repeat(36)])
    expect(mailNamedBy(text)).toBeUndefined();
});

it("takes an address of its own for what comes back, and refuses one that can't be told apart", () => {
  expect(readConfig({ YUI_BOUNCE_ADDRESS: "bounces@yui.example.jp" }).bounceAddress).toBe(
    "bounces@yui.example.jp",
  );
  expect(() => readConfig({ YUI_BOUNCE_ADDRESS: "bounces+x@yui.example.jp" })).toThrow(/YUI_BOUNCE_ADDRESS/);
});
