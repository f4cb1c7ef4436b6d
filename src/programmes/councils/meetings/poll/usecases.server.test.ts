import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { saveBody } from "../../bodies/usecases.server.ts";
import { removeFromCouncil } from "../../deleting/usecases.server.ts";
import { saveMember } from "../../usecases.server.ts";
import { openLink, paperFileByLink, papersByLink } from "../links/usecases.server.ts";
import { addAgendaItem, addFile } from "../papers/usecases.server.ts";
import { readMeeting } from "../reading/usecases.server.ts";
import {
  cancelMeeting,
  fixDate,
  invite,
  moveMeeting,
  placeMeeting,
  planMeeting,
} from "../usecases.server.ts";
import { answerPoll, remindDuePolls, remindPoll, startPoll } from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const NOBODY = "0198f2a0-0000-7000-8000-0000000000ff";
const secretariat = person("coordinator", HERE);
const on = (day: string): App => ({ ...app, clock: fixedClock(`${day}T03:00:00Z`) });
const slot = (day: string) => ({ day, startsAt: "10:00", endsAt: "11:30" });
const mailsTo = async (to: string) =>
  (await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) => listMails(tx, 500))).filter(
    (mail) => mail.to === to,
  );
const linkIn = (body: string) => /\/meeting\/(\S+)/.exec(body)![1]!;

/** A council of four, one of them without a mail address. */
async function council() {
  const body = { kind: "area_council", name: "協議会" };
  const { id } = expectOk(await saveBody(app, secretariat, HERE, body));
  const members: string[] = [];
  for (const [index, email] of ["m0@example.jp", "m1@example.jp", "m2@example.jp", ""].entries()) {
    const input = { bodyId: id, organisation: `機関${index}`, sector: "commerce", email };
    members.push(expectOk(await saveMember(app, secretariat, HERE, input)).id);
  }
  return { id, members };
}

beforeAll(() => loadReferenceAreas(app));

describe("a date poll among members without an account", () => {
  it("asks by link, takes answers until the deadline, reminds once, and fixes the date", async () => {
    const { id: bodyId, members } = await council();
    const input = {
      bodyId,
      title: "第3回",
      slots: [slot("2026-12-03"), slot("2026-12-05")],
      pollDeadline: "2026-11-27",
    };
    const { id } = expectOk(await planMeeting(app, secretariat, HERE, input));
    expect(expectOk(await startPoll(app, secretariat, HERE, id))).toEqual({ sent: 3 });
    expect(expectOk(await startPoll(app, secretariat, HERE, id))).toEqual({ sent: 0 });
    const mails = await mailsTo("m0@example.jp");
    expect(mails).toHaveLength(1);
    const token = linkIn(mails[0]!.body);

    async function* content() {
      yield Buffer.from("資料");
    }
    const paper = expectOk(
      await addFile(app, secretariat, HERE, id, { name: "資料.txt", content: content() }),
    );
    expect(expectOk(await paperFileByLink(app, token, paper.id)).content.toString()).toBe("資料");
    expect(await paperFileByLink(app, token, NOBODY)).toMatchObject({ error: { kind: "not-found" } });
    expect(await papersByLink(app, "x".repeat(43))).toMatchObject({ error: { kind: "not-found" } });
    expect(expectOk(await papersByLink(app, token)).title).toBe("第3回");
    const view = expectOk(await openLink(app, token));
    expect(view).toMatchObject({ organisation: "機関0", open: true, answered: false, place: "" });
    expectOk(await placeMeeting(app, secretariat, HERE, id, { place: " オンライン（Zoom） " }));
    expect(expectOk(await openLink(app, token))).toMatchObject({ open: true, place: "オンライン（Zoom）" });
    expect(await placeMeeting(app, secretariat, HERE, id, { place: "あ".repeat(201) })).toMatchObject({
      error: { kind: "invalid", fields: { place: [expect.any(String)] } },
    });
    const [first, second] = view.options;
    expect(await answerPoll(app, token, { answers: { [first!.id]: "yes" }, comment: "" })).toMatchObject({
      error: { kind: "invalid", fields: { [second!.id]: [expect.any(String)] } },
    });
    expect(expectOk(await openLink(app, token)).options.map((one) => one.answer)).toEqual([null, null]);
    const answers = { [first!.id]: "no", [second!.id]: "if_need_be" };
    expectOk(await answerPoll(app, token, { answers, comment: "午後が助かります" }));
    expectOk(await answerPoll(app, token, { answers: { ...answers, [first!.id]: "yes" }, comment: "" }));

    expect(await openLink(app, "x".repeat(43))).toMatchObject({ error: { kind: "not-found" } });
    expect(await openLink(on("2027-06-01"), token)).toMatchObject({ error: { kind: "not-found" } });
    expect(await answerPoll(on("2026-11-28"), token, { answers, comment: "" })).toMatchObject({
      error: { kind: "conflict" },
    });

    await remindDuePolls(on("2026-11-24"));
    expect(await mailsTo("m1@example.jp")).toHaveLength(1);
    await remindDuePolls(on("2026-11-25"));
    await remindDuePolls(on("2026-11-26"));
    expect(await mailsTo("m0@example.jp")).toHaveLength(1);
    expect(await mailsTo("m1@example.jp")).toHaveLength(2);
    expectOk(await remindPoll(app, secretariat, HERE, id));

    const { poll } = expectOk(await readMeeting(app, secretariat, HERE, id));
    expect(poll.map((option) => [option.counts, option.best])).toEqual([
      [{ yes: 1, if_need_be: 0, no: 0, none: 3 }, true],
      [{ yes: 0, if_need_be: 1, no: 0, none: 3 }, false],
    ]);
    expectOk(await fixDate(app, secretariat, HERE, id, first!.id));
    expect(expectOk(await openLink(app, token))).toMatchObject({ fixed: true, place: "オンライン（Zoom）" });
    expect(await placeMeeting(app, secretariat, HERE, id, { place: "" })).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(await answerPoll(app, token, { answers, comment: "" })).toMatchObject({
      error: { kind: "conflict" },
    });

    expectOk(await addAgendaItem(app, secretariat, HERE, id, { title: "来年度の計画" }));
    const send = () => invite(app, secretariat, HERE, id, "0");
    for (const sent of await Promise.all([send(), send()])) expect(expectOk(sent)).toEqual({ sent: 3 });
    const [invitation, another] = (await mailsTo("m2@example.jp")).filter((mail) =>
      mail.subject.startsWith("開催"),
    );
    expect(another).toBeUndefined();
    expect(invitation!.body).toContain("1 来年度の計画");
    expect(invitation!.attachments![0]!.text).toMatch(
      /DTSTART:20261203T010000Z[\s\S]*SEQUENCE:1|SEQUENCE:1[\s\S]*DTSTART:20261203T010000Z/,
    );
    const moved = { ...slot("2026-12-10"), place: "市役所" };
    expect(expectOk(await moveMeeting(app, secretariat, HERE, id, moved))).toEqual({ sent: 3 });
    expect(expectOk(await moveMeeting(app, secretariat, HERE, id, moved))).toEqual({ sent: 0 });
    expectOk(await cancelMeeting(app, secretariat, HERE, id));
    const toLast = (await mailsTo("m2@example.jp")).map((mail) => mail.attachments![0]?.text ?? "");
    expect(toLast.filter((text) => text.includes("SEQUENCE:2"))).toHaveLength(1);
    expect(toLast.filter((text) => text.includes("METHOD:CANCEL"))).toHaveLength(1);
    expect(await invite(app, secretariat, HERE, id)).toMatchObject({ error: { kind: "conflict" } });
    expect(members).toHaveLength(4);
    expectOk(await openLink(app, token));
    expectOk(await removeFromCouncil(app, secretariat, HERE, "member", members[0]!));
    for (const read of [
      openLink(app, token),
      papersByLink(app, token),
      paperFileByLink(app, token, paper.id),
    ])
      expect(await read).toMatchObject({ error: { kind: "not-found" } });
  });
});
