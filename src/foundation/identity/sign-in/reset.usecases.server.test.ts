import { describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import { changePassword } from "../account/account.usecases.server.ts";
import { LIMITS } from "./attempt.rules.ts";
import { minutes, PASSWORD, signInSetup } from "./person.testing.ts";
import { askForReset, RESET_PURPOSE, readReset, resetPassword } from "./reset.usecases.server.ts";
import { sessionOf } from "./session.usecases.server.ts";
import { signIn, verifySecondFactor } from "./sign-in.usecases.server.ts";

const app = testApp();
const { person, visitor, signedIn, own, withSecondFactor } = signInSetup(
  app,
  NOW,
  (address) => new Visitor(address),
);
const NEXT = "furui tatami no nioi ga suki";

const everything = { actor: "<test>", areas: "all" } as const;
const mailsTo = async (email: string) =>
  (await withRows(app.db, everything, (access) => listMails(access, 50, { links: true }))).filter(
    ({ to }) => to === email,
  );
const tokensTo = async (email: string) =>
  (await mailsTo(email)).flatMap(({ body }) => /\/sign-in\/reset\/([\w-]{43})\n/.exec(body)?.[1] ?? []);

async function ask(email: string, who = visitor()) {
  const asked = await askForReset(app, who, email);
  if (asked.ok) await asked.value.sent;
  return asked.ok ? "asked" : asked.error.kind;
}

async function set(token: string, password: string) {
  const opened = await openLink(app, token, RESET_PURPOSE);
  if (!opened.ok) return opened;
  return resetPassword(app, opened.value.holder, { user: opened.value.link.subject }, { password });
}

describe("a forgotten password", () => {
  it("is set anew by the link in the mail, once, and every session ends", async () => {
    const elsewhere = await signedIn();
    expect(await ask(` ${person.email.toUpperCase()}`)).toBe("asked");
    const [token] = await tokensTo(person.email);
    const { holder, link } = expectOk(await openLink(app, token!, RESET_PURPOSE));
    const target = { user: link.subject };
    expect(expectOk(await readReset(app, holder, target))).toEqual({ email: person.email });
    expect(await set(token!, "hamada")).toMatchObject({ error: { fields: { password: [/13文字/] } } });
    const both = await Promise.all([set(token!, NEXT), set(token!, NEXT)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await openLink(app, token!, RESET_PURPOSE)).toMatchObject({ error: { kind: "not-found" } });
    expect((await sessionOf(app, elsewhere.headers)).session).toBeUndefined();
    const { email } = person;
    expect(await signIn(app, visitor(), { email, password: PASSWORD })).toMatchObject({
      error: { kind: "wrong" },
    });
    expect(expectOk(await signIn(app, visitor(), { email, password: NEXT })).next).toBe("done");
    expect((await mailsTo(email)).map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining("変更されました"),
    );
  });

  it("still asks for the second factor, and ends what waited for it under the old password", async () => {
    const { code } = await withSecondFactor();
    const { email } = person;
    const waiting = visitor();
    waiting.take(expectOk(await signIn(app, waiting, { email, password: PASSWORD })).headers);
    await ask(email);
    expectOk(await set((await tokensTo(email))[0]!, NEXT));
    expect(await verifySecondFactor(app, waiting, { code: await code(), kind: "totp" })).toMatchObject({
      error: { kind: "expired" },
    });
    expect(expectOk(await signIn(app, visitor(), { email, password: NEXT })).next).toBe("second-factor");
  });

  it("answers the same for an address that nobody has, sends nothing there, and writes no address down", async () => {
    const nobody = "nobody@office.example";
    expect(await ask(nobody)).toBe("asked");
    expect(await mailsTo(nobody)).toEqual([]);
    await ask(person.email);
    const entries = await withRows(app.db, everything, (access) =>
      db(access)
        .selectFrom("audit_entry")
        .select(["actor", "action", "area_id", "person"])
        .where("action", "like", "account.%reset")
        .where("person", "=", person.userId)
        .execute(),
    );
    expect(entries).toEqual([
      { actor: "<visitor>", action: "account.send-reset", area_id: "sma-32-02", person: person.userId },
    ]);
  });

  it("answers before the work is done, so that no time tells who is known", async () => {
    const asked = expectOk((await askForReset(app, visitor(), person.email)) as never) as {
      sent: Promise<void>;
    };
    expect(await tokensTo(person.email)).toEqual([]);
    await asked.sent;
    expect(await tokensTo(person.email)).toHaveLength(1);
  });

  it("needs no link any more once the password was changed by who knows it", async () => {
    await ask(person.email);
    const who = await signedIn();
    expectOk(await changePassword(app, ...(await own(who)), { current: PASSWORD, next: NEXT }));
    expect(await set((await tokensTo(person.email))[0]!, PASSWORD)).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  it("is limited by address, known or not, and by sender", async () => {
    for (const email of [person.email, "unknown@office.example"]) {
      for (let n = 0; n < LIMITS.resetMail.failures; n++) expect(await ask(email)).toBe("asked");
      expect(await ask(email)).toBe("too-many");
    }
    const sender = visitor();
    for (let n = 0; n < LIMITS.resetSender.failures; n++)
      expect(await ask(`a${n}@office.example`, sender)).toBe("asked");
    expect(await ask("another@office.example", sender)).toBe("too-many");
    minutes(61);
    expect(await ask(person.email)).toBe("asked");
  });

  it("has an hour, and is nobody's but the holder's of that very link", async () => {
    await ask(person.email);
    const [token] = await tokensTo(person.email);
    const { holder } = expectOk(await openLink(app, token!, RESET_PURPOSE));
    const other = { user: "somebody-else" };
    for (const actor of [holder, VISITOR])
      expect(await resetPassword(app, actor, other, { password: NEXT })).toMatchObject({
        error: { kind: "forbidden" },
      });
    minutes(61);
    expect(await set(token!, NEXT)).toMatchObject({ error: { kind: "not-found" } });
  });
});
