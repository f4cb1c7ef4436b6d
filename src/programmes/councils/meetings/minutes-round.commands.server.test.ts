import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { readMemberLink } from "../member/member-link.usecases.server.ts";
import { answerMinutes } from "../member/seat.commands.server.ts";
import { makeBody, makeMeeting, makeMember } from "../testing.ts";
import { minutesTemplate } from "./minutes.present.ts";
import { approveMinutes, readMinutesRound, saveMinutes } from "./minutes.usecases.server.ts";
import { circulateMinutes, enterMinutesAnswer } from "./minutes-round.commands.server.ts";

const HERE = "sma-32-03" as AreaId;
const clerk = person("coordinator", HERE, { name: "事務の担当" });
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

it("sends a draft round, takes what members say by link or telephone, and asks about attendance before approval", async () => {
  const bodyId = await makeBody(app, clerk, HERE);
  const byMail = await makeMember(app, clerk, HERE, bodyId, {
    organisation: "商工会",
    email: "round@example.jp",
  });
  const byPhone = await makeMember(app, clerk, HERE, bodyId, { organisation: "医師会" });
  const target = { area: HERE, meeting: await makeMeeting(app, clerk, HERE, bodyId, ["2026-11-20"]) };
  const draft = { version: 1, revision: 1 };
  expectOk(await saveMinutes(app, clerk, target, { body: "話した" }));
  expect(expectOk(await circulateMinutes(app, clerk, target, { ...draft, answerBy: "2026-12-01" }))).toEqual({
    sent: 1,
  });
  const mails = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    listMails(tx, 50, { links: true }),
  );
  const token = /\/meeting\/(\S+)/.exec(mails.find((one) => one.to === "round@example.jp")!.body)![1]!;
  const { holder } = expectOk(await openLink(app, token, "member-link"));
  expect(expectOk(await readMemberLink(app, holder, target)).minutes).toMatchObject({
    body: "話した",
    own: null,
  });
  expect(await answerMinutes(app, holder, target, { ...draft, answer: "comment" })).toMatchObject({
    error: { kind: "invalid", fields: { text: [expect.any(String)] } },
  });
  expectOk(await answerMinutes(app, holder, target, { ...draft, answer: "comment", text: "日付が違う" }));
  const entered = { ...draft, answer: "agreed" };
  expectOk(await enterMinutesAnswer(app, clerk, { ...target, id: byPhone }, entered));
  const round = async () => expectOk(await readMinutesRound(app, clerk, target)).round!;
  expect((await round()).members).toMatchObject([
    { id: byMail, answer: "comment", text: "日付が違う" },
    { id: byPhone, answer: "agreed", said: expect.stringContaining("（事務の担当が入力）") },
  ]);
  expectOk(await saveMinutes(app, clerk, target, { body: "日付を直した" }));
  expect(await circulateMinutes(app, clerk, target, draft)).toMatchObject({ error: { kind: "conflict" } });
  const mended = { version: 1, revision: 2 };
  expectOk(await circulateMinutes(app, clerk, target, mended));
  expect((await round()).members.map((one) => one.answer)).toEqual([null, null]);
  expect(await answerMinutes(app, holder, target, { ...draft, answer: "agreed" })).toMatchObject({
    error: { kind: "conflict" },
  });
  expect(await approveMinutes(app, clerk, target, mended)).toMatchObject({ error: { kind: "question" } });
  expectOk(await approveMinutes(app, clerk, target, { ...mended, sure: true }));
  expect(await answerMinutes(app, holder, target, { ...mended, answer: "agreed" })).toMatchObject({
    error: { kind: "conflict" },
  });
});

it("begins minutes with what is known: who came and for whom, each item, what was decided", () => {
  const text = minutesTemplate({
    ...{ title: "第2回 協議会", when: "2026年12月3日（木） 13:30〜15:00", place: "" },
    invitees: [
      { organisation: "商工会", attendance: "present", proxyName: "" },
      { organisation: "医師会", attendance: "proxy", proxyName: "副会長" },
      { organisation: "労基署", attendance: "absent", proxyName: "" },
    ],
    agenda: [{ title: "健康課題の確認", presenter: "保健所" }],
    decisions: [{ text: "出前講座を続ける" }],
  });
  for (const line of [
    "出席 2団体（うち代理 1団体）、欠席 1団体",
    "代理出席 医師会（代理 副会長）",
    "1 健康課題の確認（説明 保健所）",
    "・出前講座を続ける",
  ])
    expect(text.split("\n")).toContain(line);
});
