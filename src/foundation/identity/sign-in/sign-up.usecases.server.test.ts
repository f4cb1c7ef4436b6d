import { expect, it } from "vitest";
import { openLink } from "#foundation/links/public.ts";
import { withRows } from "#platform/db/rows.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import { minutes, signInSetup } from "./person.testing.ts";
import { sessionOf } from "./session.usecases.server.ts";
import {
  askForAccount,
  makeAccount,
  makingAccount,
  NEW_ACCOUNT,
  readNew,
} from "./sign-up.usecases.server.ts";

const app = testApp();
const { person, visitor } = signInSetup(app, NOW, (address) => new Visitor(address));
const MAIL = "honnin@kenko.example";
const NEXT = "furui tatami no nioi ga suki";

const mailsTo = async (email: string) =>
  (
    await withRows(app.db, { actor: "<test>", areas: "all" }, (access) =>
      listMails(access, 50, { links: true }),
    )
  ).filter(({ to }) => to === email);

async function ask(email: string) {
  await expectOk(await askForAccount(app, visitor(), email)).sent;
  return mailsTo(email.trim().toLowerCase());
}
const tokenIn = (body: string) => /\/sign-up\/([\w-]{43})\n/.exec(body)![1]!;

it("makes an account that has no role, by the link in the mail and once", async () => {
  const [mail] = await ask(` ${MAIL.toUpperCase()}`);
  const token = tokenIn(mail!.body);
  const { holder, link } = expectOk(await openLink(app, token, NEW_ACCOUNT));
  const target = { user: link.subject };
  expect(expectOk(await readNew(app, holder, target))).toEqual({ email: MAIL });
  const weak = await makeAccount(app, holder, target, { name: "本人", password: "honnin" });
  expect(weak).toMatchObject({ error: { fields: { password: [/13文字/] } } });
  const who = visitor();
  who.take(expectOk(await makingAccount(who)(app, holder, target, { name: "本人", password: NEXT })));
  const { actor, session } = await sessionOf(app, who.headers);
  expect(actor).toMatchObject({ kind: "person", userId: link.subject, memberships: [], reach: [] });
  expect(session).toMatchObject({ state: "active", email: MAIL, roles: [] });
  expect(await openLink(app, token, NEW_ACCOUNT)).toMatchObject({ error: { kind: "not-found" } });
  expect(await makeAccount(app, holder, target, { name: "本人", password: NEXT })).toMatchObject({
    ok: false,
  });
});

it("sends who has an account already the link for a new password, and nothing to what is no address", async () => {
  expect((await ask(person.email)).map(({ body }) => body.includes("/sign-in/reset/"))).toEqual([true]);
  expect(await ask("no address")).toEqual([]);
});

it("ends the link after an hour, and takes no wish without end", async () => {
  const email = "ato@kenko.example";
  const token = tokenIn((await ask(email))[0]!.body);
  for (let i = 0; i < 4; i++) await ask(email);
  expect(await askForAccount(app, visitor(), email)).toMatchObject({ error: { kind: "too-many" } });
  minutes(61);
  expect(await openLink(app, token, NEW_ACCOUNT)).toMatchObject({ ok: false });
});
