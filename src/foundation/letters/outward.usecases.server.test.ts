import { beforeAll, expect, it } from "vitest";
import { inArea, loadReferenceAreas } from "#foundation/areas/public.ts";
import { command, definePolicy, onTarget, roleHere } from "#foundation/authority/public.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { claimDueMail, listMails, MAIL_SCOPE } from "#platform/mail/outbox.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { sendLetter, takeBackLetters } from "./public.ts";
import { SAMPLE_LETTERS } from "./testing.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const SECRET = "a".repeat(43);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const policy = definePolicy({ "sample.tell": roleHere("coordinator") });
const HELD = { ...SAMPLE_LETTERS, held: true } as const;
/** Sends a letter; `about` is what it is told of. */
const tell = command({
  name: "sample.tell",
  ...inArea(policy, "sample"),
  async run(permit) {
    await sendLetter(permit, HELD, {
      ...{ area: AREA, letter: "receipt", to: "kama@workplace.example", name: "石見窯業所" },
      ...{ onceKey: "tell", about: "one", values: { number: "1", link: `https://a.example/r/${SECRET}` } },
    });
    return ok(undefined);
  },
});
const send = (step: Record<string, string>, actor = STAFF) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ do: "sample.tell", word: "x", ...step }))
    form.set(name, value);
  return answerForm(form, [onTarget(app, actor, { area: AREA })(tell, () => "/done?sent")]);
};
const mails = () =>
  withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) =>
    (await listMails(tx, 1000)).filter(({ to }) => to === "kama@workplace.example"),
  );
const due = (afterMs: number) =>
  withRows(app.db, MAIL_SCOPE, (tx) => claimDueMail(tx, new Date(app.clock.now().getTime() + afterMs)));

it("shows whom a deed would reach and with which words, without a link's secret, and does nothing yet", async () => {
  const { data } = (await send({ step: "preview" })) as unknown as { data: unknown };
  expect(data).toMatchObject({
    ...{ command: "sample.tell", step: "preview", errors: {}, choices: { word: ["x"] } },
    outgoing: [{ to: "kama@workplace.example", name: "石見窯業所", subject: "受け付けました" }],
  });
  expect(JSON.stringify(data)).not.toContain(SECRET);
  expect(await mails()).toEqual([]);
});

it("shows nothing to who may not do it", async () => {
  await expect(send({ step: "preview" }, person("member", AREA))).rejects.toMatchObject({ status: 403 });
});

it("holds what a person sent for a minute, in which it can be taken back, and never afterwards", async () => {
  await expect(send({})).rejects.toMatchObject({ status: 302 });
  const [mail] = await mails();
  expect(await due(59_000)).toBeUndefined();
  const now = app.clock.now();
  const takeBack = (ago: number) =>
    withPermit(app, STAFF, (permit) => takeBackLetters(permit, AREA, ["one"], new Date(now.getTime() - ago)));
  expect(await takeBack(61_000)).toBe(false);
  expect(await takeBack(0)).toBe(true);
  expect((await mails()).find(({ id }) => id === mail!.id)).toMatchObject({ way: "unwanted", body: "" });
  expect(await due(600_000)).toBeUndefined();
});

it("takes nothing back once one of it is on its way", async () => {
  const about = "two";
  const now = app.clock.now();
  await withPermit(app, STAFF, (permit) =>
    sendLetter(permit, HELD, {
      ...{ area: AREA, letter: "receipt", to: "b@workplace.example", onceKey: "b", about, values: {} },
    }),
  );
  expect(await due(60_000)).toBeDefined();
  const back = await withPermit(app, STAFF, (permit) => takeBackLetters(permit, AREA, [about], now));
  expect(back).toBe(false);
});
