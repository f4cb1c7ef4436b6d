import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { readLinkedFile, readLinkedPapers, readMemberLink } from "../member/member-link.usecases.server.ts";
import { answerPoll } from "../member/seat.commands.server.ts";
import { removePart } from "../secretariat/council-part.usecases.server.ts";
import { makeBody, makeMeeting, makeMember, slot } from "../testing.ts";
import { addAgendaItem } from "./agenda.commands.server.ts";
import { cancelMeeting, fixDate, invite, moveMeeting, setPlace } from "./invitation.commands.server.ts";
import { readMeeting } from "./meeting-view.queries.server.ts";
import { addFile } from "./paper.usecases.server.ts";
import { remindDuePolls, remindPoll, startPoll } from "./poll.commands.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const NOBODY = "0198f2a0-0000-7000-8000-0000000000ff";
const secretariat = person("coordinator", HERE);
const on = (day: string): App => ({ ...app, clock: fixedClock(`${day}T03:00:00Z`) });
const mailsTo = async (to: string) =>
  (
    await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) => listMails(tx, 500, { links: true }))
  ).filter((mail) => mail.to === to);
const linkIn = (body: string) => /\/meeting\/(\S+)/.exec(body)![1]!;

/** A council of four, one of them without a mail address. */
async function council() {
  const id = await makeBody(app, secretariat, HERE);
  const members: string[] = [];
  for (const [index, email] of ["m0@example.jp", "m1@example.jp", "m2@example.jp", ""].entries())
    members.push(await makeMember(app, secretariat, HERE, id, { organisation: `機関${index}`, email }));
  return { id, members };
}

beforeAll(() => loadReferenceAreas(app));

describe("a date poll among members without an account", () => {
  it("asks by link, takes answers until the deadline, reminds once, and fixes the date", async () => {
    const { id: bodyId, members } = await council();
    const more = { title: "第3回", pollDeadline: "2026-11-27" };
    const days = ["2026-12-03", "2026-12-05"];
    const target = {
      area: HERE,
      meeting: await makeMeeting(app, secretariat, HERE, bodyId, days, more),
    };
    expect(expectOk(await startPoll(app, secretariat, target))).toEqual({ sent: 3 });
    expect(expectOk(await startPoll(app, secretariat, target))).toEqual({ sent: 0 });
    const mails = await mailsTo("m0@example.jp");
    expect(mails).toHaveLength(1);
    const token = linkIn(mails[0]!.body);
    const { holder } = expectOk(await openLink(app, token, "member-link"));
    expect(holder).toMatchObject({ area: HERE, subject: target.meeting, detail: { member: members[0] } });

    const file = new File(["資料"], "資料.txt");
    const paper = expectOk(await addFile(app, secretariat, target, { file }));
    const readFile = (id: string) => readLinkedFile(app, holder, { ...target, id });
    expect(expectOk(await readFile(paper.id)).content.toString()).toBe("資料");
    expect(await readFile(NOBODY)).toMatchObject({ error: { kind: "not-found" } });
    expect(await openLink(app, "x".repeat(43), "member-link")).toMatchObject({
      error: { kind: "not-found" },
    });
    const another = await makeMeeting(app, secretariat, HERE, bodyId, days);
    for (const read of [readMemberLink, readLinkedPapers])
      expect(await read(app, holder, { area: HERE, meeting: another })).toMatchObject({
        error: { kind: "forbidden" },
      });
    expect(expectOk(await readLinkedPapers(app, holder, target)).title).toBe("第3回");
    const view = expectOk(await readMemberLink(app, holder, target));
    expect(view).toMatchObject({ organisation: "機関0", open: true, answered: false, place: "" });
    expectOk(await setPlace(app, secretariat, target, { place: " オンライン（Zoom） " }));
    expect(expectOk(await readMemberLink(app, holder, target))).toMatchObject({
      open: true,
      place: "オンライン（Zoom）",
    });
    expect(await setPlace(app, secretariat, target, { place: "あ".repeat(201) })).toMatchObject({
      error: { kind: "invalid", fields: { place: [expect.any(String)] } },
    });
    const [first, second] = view.options;
    expect(await answerPoll(app, holder, target, { [first!.id]: "yes" })).toMatchObject({
      error: { kind: "invalid", fields: { [second!.id]: [expect.any(String)] } },
    });
    expect(expectOk(await readMemberLink(app, holder, target)).options.map((one) => one.answer)).toEqual([
      null,
      null,
    ]);
    const answers = { [first!.id]: "no", [second!.id]: "if_need_be" };
    expectOk(await answerPoll(app, holder, target, { ...answers, comment: "午後が助かります" }));
    expectOk(await answerPoll(app, holder, target, { ...answers, [first!.id]: "yes" }));

    expect(await openLink(on("2027-06-01"), token, "member-link")).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(await answerPoll(on("2026-11-28"), holder, target, answers)).toMatchObject({
      error: { kind: "conflict" },
    });

    // Nobody is reminded of a question that was never asked.
    await makeMeeting(app, secretariat, HERE, bodyId, days, more);
    await remindDuePolls(on("2026-11-24"));
    expect(await mailsTo("m1@example.jp")).toHaveLength(1);
    await remindDuePolls(on("2026-11-25"));
    await remindDuePolls(on("2026-11-26"));
    expect(await mailsTo("m0@example.jp")).toHaveLength(1);
    expect(await mailsTo("m1@example.jp")).toHaveLength(2);
    expectOk(await remindPoll(app, secretariat, target));

    const { poll } = expectOk(await readMeeting(app, secretariat, target));
    expect(poll.map((option) => [option.counts, option.best])).toEqual([
      [{ yes: 1, if_need_be: 0, no: 0, none: 3 }, true],
      [{ yes: 0, if_need_be: 1, no: 0, none: 3 }, false],
    ]);
    expectOk(await fixDate(app, secretariat, { ...target, id: first!.id }));
    expect(expectOk(await readMemberLink(app, holder, target))).toMatchObject({
      fixed: true,
      place: "オンライン（Zoom）",
    });
    expect(await setPlace(app, secretariat, target, { place: "" })).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(await answerPoll(app, holder, target, answers)).toMatchObject({
      error: { kind: "conflict" },
    });

    expectOk(await addAgendaItem(app, secretariat, target, { title: "来年度の計画" }));
    const send = () => invite(app, secretariat, target, { sequence: "0" });
    for (const sent of await Promise.all([send(), send()])) expect(expectOk(sent)).toEqual({ sent: 3 });
    const [invitation, again] = (await mailsTo("m2@example.jp")).filter((mail) =>
      mail.subject.startsWith("【開催案内】"),
    );
    expect(again).toBeUndefined();
    expect(invitation!.body).toContain("1 来年度の計画");
    expect(invitation!.attachments![0]!.text).toMatch(
      /DTSTART:20261203T010000Z[\s\S]*SEQUENCE:1|SEQUENCE:1[\s\S]*DTSTART:20261203T010000Z/,
    );
    const moved = { ...slot("2026-12-10"), place: "市役所" };
    expect(expectOk(await moveMeeting(app, secretariat, target, moved))).toEqual({ sent: 3 });
    expect(expectOk(await moveMeeting(app, secretariat, target, moved))).toEqual({ sent: 0 });
    const { day, startsAt, endsAt } = slot("2026-12-03");
    const seen = fingerprintOf({ day, startsAt, endsAt, place: "オンライン（Zoom）" });
    expect(
      await moveMeeting(app, secretariat, target, { ...slot("2026-12-17"), place: "", seen }),
    ).toMatchObject({ error: { kind: "overtaken", now: { day: "2026-12-10", place: "市役所" } } });
    expectOk(await cancelMeeting(app, secretariat, target));
    const toLast = (await mailsTo("m2@example.jp")).map((mail) => mail.attachments![0]?.text ?? "");
    expect(toLast.filter((text) => text.includes("SEQUENCE:2"))).toHaveLength(1);
    expect(toLast.filter((text) => text.includes("METHOD:CANCEL"))).toHaveLength(1);
    expect(await invite(app, secretariat, target)).toMatchObject({ error: { kind: "conflict" } });
    expect(members).toHaveLength(4);
    expectOk(await readMemberLink(app, holder, target));
    expectOk(await removePart.member(app, secretariat, { area: HERE, id: members[0]! }));
    for (const read of [
      readMemberLink(app, holder, target),
      readLinkedPapers(app, holder, target),
      readFile(paper.id),
    ])
      expect(await read).toMatchObject({ error: { kind: "not-found" } });
  });
});
