import { afterAll, beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { carryMail, openTransport } from "#platform/mail/sender.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { refusal, type Smtp, startSmtp } from "#test/smtp.ts";
import { findCouncilPlace } from "../bodies/council-place.queries.server.ts";
import { makeBody, makeMeeting, makeMember } from "../testing.ts";
import { decide } from "./decision.commands.server.ts";
import { readMeeting } from "./meeting-view.queries.server.ts";
import { readPapers } from "./paper.usecases.server.ts";
import { startPoll } from "./poll.commands.server.ts";

const HERE = "sma-32-03" as AreaId;
const clerk = person("coordinator", HERE);
const app = testApp();
let smtp: Smtp;
beforeAll(async () => {
  await loadReferenceAreas(app);
  smtp = await startSmtp({
    recipient: (address) => {
      if (address.startsWith("gone")) throw refusal(550, "5.1.1 no such user");
    },
  });
});
afterAll(() => smtp.stop());

it("names the secretariat the members whom the question about dates did not reach, and nobody their address", async () => {
  const bodyId = await makeBody(app, clerk, HERE);
  for (const [organisation, email] of [
    ["届く", "there@example.jp"],
    ["届かない", "gone@example.jp"],
    ["なし", ""],
  ])
    await makeMember(app, clerk, HERE, bodyId, { organisation, email });
  const meeting = await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-10", "2026-12-11"]);
  const target = { area: HERE, meeting };
  expect(expectOk(await startPoll(app, clerk, target)).sent).toBe(2);
  expect(await carryMail(app, openTransport(smtp.url))).toBe(1);
  const { invitees } = expectOk(await readMeeting(app, clerk, target));
  expect(invitees.map((one) => [one.organisation, one.reachable, one.undelivered])).toEqual([
    ["届く", true, undefined],
    ["届かない", true, { to: "gone@example.jp", code: "5.1.1", forGood: true }],
    ["なし", false, undefined],
  ]);
  const seen = expectOk(await readMeeting(app, person("member", HERE), target));
  expect(JSON.stringify(seen)).not.toContain("example.jp");
});

it("leads from what is left to be done to the meeting that made it, where one can sign in", async () => {
  const bodyId = await makeBody(app, clerk, HERE);
  const earlier = await makeMeeting(app, clerk, HERE, bodyId, ["2026-11-20"]);
  const meeting = await makeMeeting(app, clerk, HERE, bodyId, ["2026-12-10"], { title: "第2回" });
  const task = { text: "候補を集める", makes: "task", owner: "商工会", dueOn: "2026-12-01" };
  const { madeId } = expectOk(await decide(app, clerk, { area: HERE, meeting: earlier }, task));
  const view = expectOk(await readMeeting(app, clerk, { area: HERE, meeting }));
  expect(view.left).toMatchObject([{ id: madeId, meetingId: earlier, meeting: "第1回" }]);
  const papers = expectOk(await readPapers(app, clerk, { area: HERE, meeting }));
  const text = "候補を集める　商工会　期限 2026年12月1日（火）（第1回）";
  const { area } = expectOk(await findCouncilPlace(app, clerk, { area: HERE }));
  const href = `/areas/${area.slug}/council/meetings/${earlier}#task-${madeId}`;
  expect(papers.sections.at(-1)!.blocks).toEqual([{ kind: "list", items: [{ text, href }] }]);
});
