import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { getLetterText, saveLetter } from "#foundation/letters/public.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { NOW, testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person as someone } from "#test/person.ts";
import { Visitor } from "#test/visitor.ts";
import { ACCOUNT_LETTERS } from "./account-letter.commands.server.ts";
import { minutes, signInSetup } from "./sign-in/person.testing.ts";
import { askForReset } from "./sign-in/reset.usecases.server.ts";

const app = testApp();
const area = "sma-32-02" as AreaId;
const { person } = signInSetup(app, NOW, (address) => new Visitor(address));
beforeAll(() => loadReferenceAreas(app));

const everything = { actor: "<test>", areas: "all" } as const;

const askFor = async (caller: string) =>
  expectOk(await askForReset(app, new Visitor(caller), person.email)).sent;
const mailsTo = async (email: string) =>
  (await withRows(app.db, everything, (access) => listMails(access, 50, { links: true }))).filter(
    ({ to }) => to === email,
  );

it("is worded by the area of whoever forgot a password, and notes the text that it was filled from", async () => {
  await askFor("198.51.100.1");
  const letter = { area, set: ACCOUNT_LETTERS, letter: "password_reset", language: "ja" };
  const own = { subject: "パスワードの件", body: "健康推進課です。こちらを開いてください。\n{link}" };
  expectOk(await saveLetter(app, someone("coordinator", area), letter, own));
  minutes(1);
  await askFor("198.51.100.2");
  const [later, earlier] = await mailsTo(person.email);
  expect(earlier!.subject).toBe("パスワード再設定のリンク（結 Yui）");
  expect(later).toMatchObject({
    subject: own.subject,
    body: expect.stringMatching(/^健康推進課です。.*\nhttp.*\/sign-in\/reset\/[\w-]{43}$/),
  });
  const versions = await withRows(app.db, everything, (access) =>
    tables(access)
      .selectFrom("mailOutbox")
      .select("letterVersion")
      .where("recipient", "=", person.email)
      .orderBy("writtenAt", "desc")
      .execute(),
  );
  const texts = await withPermit(app, someone("coordinator", area), (permit) =>
    Promise.all(versions.map(({ letterVersion }) => getLetterText(permit, area, letterVersion!))),
  );
  expect(texts).toMatchObject([
    own,
    { subject: "パスワード再設定のリンク（結 Yui）", body: expect.stringContaining("{link}") },
  ]);
});

it("is not saved without the link that it is sent for", async () => {
  const letter = { area, set: ACCOUNT_LETTERS, letter: "invitation", language: "ja" };
  const saved = await saveLetter(app, someone("coordinator", area), letter, {
    subject: "招待",
    body: "ようこそ",
  });
  expect(saved).toMatchObject({
    error: { kind: "invalid", fields: { body: [expect.stringContaining("{link}")] } },
  });
});
