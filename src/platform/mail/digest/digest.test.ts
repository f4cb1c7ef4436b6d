import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { testApp } from "#test/app.ts";
import { type Smtp, startSmtp, textOf } from "#test/smtp.ts";
import { takeBounce } from "../bounces.ts";
import { deliveriesOf } from "../deliveries.ts";
import { listMails, type Mail, queueMail } from "../outbox.ts";
import { carryMail, openTransport } from "../sender.ts";
import { bundleMail, sortMail } from "./digest.ts";
import type { Wish } from "./rules.ts";
import { saveWish } from "./wishes.ts";

const app = testApp();
const AREA = "sma-32-02";
const HERE = { actor: "u", areas: [AREA] } as const;
/** A Sunday, ten in the morning in Japan. */
const NOW = "2026-11-22T01:00:00Z";
const at = (instant: string): App => ({ ...app, clock: fixedClock(instant) });
const MORNING = "2026-11-22T23:00:00Z";
const LATER = "2026-12-24T00:00:00Z";
let smtp: Smtp;
beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.stop());
afterEach(async () => {
  await carry(LATER);
  expect(await carry(LATER)).toBe(0);
  smtp.taken.length = 0;
});

const carry = (instant: string) => carryMail(at(instant), openTransport(smtp.url));
const wish = (address: string, wished: Wish) =>
  withRows(app.db, HERE, (tx) => saveWish(tx, { area: AREA, address, wish: wished }, "u", new Date(NOW)));
const queue = (to: string, key: string, rest: Partial<Mail>) =>
  withRows(app.db, HERE, (tx) =>
    queueMail(tx, "u", new Date(NOW), {
      area: AREA,
      to,
      subject: "血圧の話",
      body: "石見窯業所の血圧の話",
      onceKey: key,
      about: key,
      ...rest,
    }),
  );
const question = (to: string, key: string, answerBy: string) =>
  queue(to, key, {
    kind: "question",
    answerBy: new Date(answerBy),
    link: `https://yui.example/a/${key}`,
    reference: key,
  });
const deliveries = async (...about: string[]) => {
  const found = await withRows(app.db, HERE, (tx) => deliveriesOf(tx, AREA, about));
  return about.map((one) => found.get(one)?.state);
};

it("bundles what may wait in the morning, with counts and links and nothing of what the mails say", async () => {
  await wish("Office@example.jp ", "daily");
  await question("office@example.jp", "7KQ-1", "2026-11-29T14:59:59Z");
  await question("office@example.jp", "7KQ-2", "2026-11-30T14:59:59Z");
  await queue("office@example.jp", "7KQ-3", { kind: "news", reference: "7KQ-3" });
  expect(await carry(NOW)).toBe(0);
  expect(await deliveries("7KQ-1", "7KQ-3")).toEqual(["waiting", "waiting"]);
  expect(await carry("2026-11-22T22:59:59Z")).toBe(0);
  expect(await carry(MORNING)).toBe(1);
  const text = textOf(smtp.taken[0]!);
  expect(text).toMatch(/回答をお待ちしているもの 2件/);
  expect(text).toMatch(/・7KQ-1　回答期限 2026年11月29日（日）\n {2}https:\/\/yui\.example\/a\/7KQ-1/);
  expect(text).toMatch(/お知らせ 1件/);
  expect(text + smtp.taken[0]!.raw).not.toMatch(/血圧|石見/);
  expect(await deliveries("7KQ-1", "7KQ-2", "7KQ-3")).toEqual(["sent", "sent", "sent"]);
  expect(await carry(LATER)).toBe(0);
});

it("holds no question for which the digest would come too late, and no appointment", async () => {
  await wish("office@example.jp", "daily");
  await question("office@example.jp", "tight", "2026-11-24T14:59:59Z");
  await queue("office@example.jp", "appointment", {});
  expect(await carry(NOW)).toBe(2);
});

it("leaves out what asks for no answer where that is wished", async () => {
  await wish("busy@example.jp", "questions");
  await question("busy@example.jp", "asked", "2026-12-20T14:59:59Z");
  await queue("busy@example.jp", "told", { kind: "news" });
  expect(await carry(NOW)).toBe(1);
  expect(await deliveries("asked", "told")).toEqual(["sent", "unwanted"]);
});

it("sends each at once where nothing is wished, and another area's wish does not count", async () => {
  await withRows(app.db, { actor: "u", areas: ["sma-32-03"] }, (tx) =>
    saveWish(tx, { area: "sma-32-03", address: "plain@example.jp", wish: "daily" }, "u", new Date(NOW)),
  );
  await question("plain@example.jp", "plain", "2026-12-20T14:59:59Z");
  expect(await carry(NOW)).toBe(1);
});

it("makes one digest of a mailbox though three processes make it at the same time", async () => {
  await wish("many@example.jp", "daily");
  for (let index = 0; index < 30; index += 1)
    await question("many@example.jp", `many-${index}`, "2026-12-20T14:59:59Z");
  await Promise.all([1, 2, 3].map(() => sortMail(at(NOW))));
  await Promise.all([1, 2, 3].map(() => bundleMail(at(MORNING))));
  const digests = (await withRows(app.db, HERE, (tx) => listMails(tx, 500))).filter(
    (mail) => mail.to === "many@example.jp" && mail.onceKey.startsWith("digest:"),
  );
  expect(digests.map(({ subject }) => subject)).toEqual(["まとめ: 回答をお待ちしているもの 30件"]);
});

it("begins a new digest the next day", async () => {
  await wish("office@example.jp", "daily");
  await queue("office@example.jp", "monday", { kind: "news" });
  expect(await carry(MORNING)).toBe(0);
  const tuesday = "2026-11-23T23:00:00Z";
  expect(await carry(tuesday)).toBe(1);
  await queue("office@example.jp", "tuesday", { kind: "news" });
  expect(await carry(tuesday)).toBe(0);
  expect(await carry("2026-11-24T23:00:00Z")).toBe(1);
});

it("says of each mail in a digest that it did not arrive, when the digest comes back", async () => {
  await wish("office@example.jp", "daily");
  await question("office@example.jp", "lost", "2026-12-20T14:59:59Z");
  await sortMail(at(NOW));
  await carry(MORNING);
  const id = /Message-ID: <([^@]+)@/i.exec(smtp.taken[0]!.raw)![1]!;
  const report = `Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nOriginal-Envelope-Id: ${id}\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n`;
  expect(await takeBounce(app, Buffer.from(report))).toBe("noted");
  expect(await deliveries("lost")).toEqual(["undeliverable"]);
});
