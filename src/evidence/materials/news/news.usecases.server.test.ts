import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { addResource } from "#evidence/directory/testing.ts";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { actorContext } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { makeOrganisation } from "#foundation/organisations/testing.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { appContext } from "#platform/web/context.ts";
import { testApp } from "#test/app.ts";
import { AREA, clerk, mailsOf, makeEdition, prepare } from "../materials.testing.ts";
import * as oneClick from "../pages/one-click.tsx";
import { deliverNews } from "../system/material-round.commands.server.ts";
import { readIssue, readIssueForm, readNews, saveIssue, sendIssue } from "./news-issue.usecases.server.ts";
import { confirmNews, joinNews, leaveNews } from "./news-reader.commands.server.ts";

const app = testApp();
let centre: Actor;
let sender: OrganisationId;
beforeAll(async () => {
  await prepare(app);
  const office = { name: "見本産業保健センター", sector: "occupational_health_centre", published: "yes" };
  sender = (await makeOrganisation({ app, secretariat: clerk, area: AREA }, office)).id;
  centre = {
    ...(clerk as Extract<Actor, { kind: "person" }>),
    userId: "u-centre" as never,
    memberships: [{ organisationId: sender, role: "provider", areas: [AREA] }],
  };
});

const to = async (email: string) => (await mailsOf(app)).filter((mail) => mail.to === email);
const tokenIn = (body: string) => /\/n\/([\w-]{43})/.exec(body)![1]!;
/** Who comes by the link of that purpose in the mails to somebody. */
async function follow(email: string, purpose: string) {
  for (const { body } of await to(email)) {
    const opened = await openLink(app, tokenIn(body), purpose);
    if (opened.ok) return opened.value.holder;
  }
  throw new Error(`no link for ${purpose}`);
}
async function join(email: string): Promise<void> {
  expectOk(await joinNews(app, VISITOR, { area: AREA }, { email }));
  const holder = await follow(email, "news-confirm");
  expectOk(await confirmNews(app, holder, { area: AREA, id: holder.subject }));
}
const readers = async () => expectOk(await readNews(app, clerk, { area: AREA })).readers;
const issue = (change: object = {}) => ({
  ...{ sender, title: "冬の健康づくり", lead: "いつもありがとうございます。" },
  ...{ editions: [], items: [{ title: "減塩の教室", text: "12月に開きます。", to: "" }], ...change },
});

describe("an issue of entries", () => {
  it("tells of entries of the directory, with whom to telephone and where to read on", async () => {
    const typed = {
      ...{ name: "血圧を測れる広場", kind: "window", fee: "free", residence: "any", listed: "true" },
      ...{ provider: "見本の保健センター", phone: "0855-22-0001", description: "予約は要りません。" },
    };
    const entry = expectOk(await addResource(app, clerk, { area: AREA }, typed)) as string;
    const draft = await addResource(app, clerk, { area: AREA }, { ...typed, listed: "", name: "下書き" });
    const id = newId() as string;
    const target = { area: AREA, id };
    const { entries } = expectOk(await readIssueForm(app, clerk, target));
    expect(entries).toEqual([{ value: entry, label: "血圧を測れる広場" }]);
    const chosen = { items: [], entries: [entry, expectOk(draft)] };
    expectOk(await saveIssue(app, clerk, target, issue(chosen)));
    const { items } = expectOk(await readIssue(app, clerk, target));
    expect(items).toEqual([
      {
        ...{ source: "entry", title: "血圧を測れる広場" },
        text: "見本の保健センター\n予約は要りません。\n電話 0855-22-0001",
        to: expect.stringMatching(new RegExp(`^http.*/directory/${entry}$`)),
      },
    ]);
  });
});

describe("whoever wants the news", () => {
  it("says so twice, is asked once a day however often, and leaves by one click", async () => {
    const before = await readers();
    for (const email of ["tanto@example.jp", "TANTO@example.jp", "tanto@example.jp"])
      expectOk(await joinNews(app, VISITOR, { area: AREA }, { email }));
    expect(await to("tanto@example.jp")).toHaveLength(1);
    expect(await readers()).toBe(before);
    const holder = await follow("tanto@example.jp", "news-confirm");
    expectOk(await confirmNews(app, holder, { area: AREA, id: holder.subject }));
    expect(await readers()).toBe(before! + 1);
    const id = newId() as string;
    expectOk(await saveIssue(app, clerk, { area: AREA, id }, issue()));
    expectOk(await sendIssue(app, clerk, { area: AREA, id }));
    await deliverNews(app);
    const sent = (await to("tanto@example.jp")).find((mail) => mail.leave)!;
    expect(sent.leave).toMatch(new RegExp(`/n/${tokenIn(sent.body)}/one-click$`));
    const leaving = await follow("tanto@example.jp", "news-leave");
    expect(await confirmNews(app, leaving, { area: AREA, id: leaving.subject })).toMatchObject({ ok: false });
    expectOk(await leaveNews(app, leaving, { area: AREA, id: leaving.subject }));
    expect(await readers()).toBe(before);
  });

  it("leaves by what a mail program sends to the address in the head of the mail, and by no look at it", async () => {
    await join("klick@example.jp");
    const id = newId() as string;
    expectOk(await saveIssue(app, clerk, { area: AREA, id }, issue()));
    expectOk(await sendIssue(app, clerk, { area: AREA, id }));
    await deliverNews(app);
    const sent = (await to("klick@example.jp")).find((mail) => mail.leave)!;
    const token = tokenIn(sent.leave!);
    const before = await readers();
    const context = new RouterContextProvider();
    context.set(appContext, app);
    context.set(actorContext, VISITOR);
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    const asked = { context, params: { token }, request: new Request(sent.leave!, { method: "POST", body }) };
    expect((await oneClick.loader(asked as never)).headers.get("location")).toBe(`/n/${token}`);
    expect(await readers()).toBe(before);
    expect(await oneClick.action(asked as never)).toMatchObject({ status: 204 });
    expect(await readers()).toBe(before! - 1);
  });

  it("is held off where one network signs up mailbox after mailbox", async () => {
    const ask = (at: number, sender = "203.0.113.7") =>
      joinNews(app, VISITOR, { area: AREA, sender }, { email: `many${at}@example.jp` });
    for (let at = 0; at < 50; at += 1) expectOk(await ask(at));
    expect(await ask(50)).toMatchObject({ error: { kind: "conflict" } });
    expect(await to("many50@example.jp")).toEqual([]);
    expectOk(await ask(50, "203.0.113.8"));
  });

  it.each(["", "tanto", "a b@example.jp", "@example.jp"])("is told that %j is no mailbox", async (email) => {
    expect(await joinNews(app, VISITOR, { area: AREA }, { email })).toMatchObject({
      error: { kind: "invalid" },
    });
  });
});

describe("an issue", () => {
  it("is made from materials and words, reaches each reader once, and no one who left", async () => {
    await join("a@example.jp");
    await join("b@example.jp");
    const { edition } = await makeEdition(app, { title: "禁煙のポスター" });
    const id = newId() as string;
    expectOk(await saveIssue(app, centre, { area: AREA, id }, issue({ editions: [edition] })));
    const shown = expectOk(await readIssue(app, centre, { area: AREA, id }));
    expect(shown.kept!.text).toContain("■ 禁煙のポスター（2026年版）");
    expect(shown.kept!.text).toMatch(/\/q\/[\w-]+\/[2-9a-z]{5}/);
    expect(await readIssue(app, VISITOR, { area: AREA, id })).toMatchObject({ ok: false });
    expectOk(await sendIssue(app, centre, { area: AREA, id }));
    expectOk(await sendIssue(app, centre, { area: AREA, id }));
    await deliverNews(app);
    await deliverNews(app);
    const issues = (await mailsOf(app)).filter(
      ({ subject, body }) => subject === "冬の健康づくり" && body.includes("禁煙のポスター"),
    );
    expect(issues.map((mail) => mail.to).sort()).toEqual(["a@example.jp", "b@example.jp"]);
    expect(issues[0]!.body).toContain("発行 見本産業保健センター");
    expect(new Set(issues.map(({ body }) => tokenIn(body))).size).toBe(2);
    expect(expectOk(await readIssue(app, VISITOR, { area: AREA, id })).title).toBe("冬の健康づくり");
    expect(await saveIssue(app, centre, { area: AREA, id }, issue())).toMatchObject({ ok: false });
  });

  it("bears the name of the own organisation alone, and says something", async () => {
    const other = await makeOrganisation({ app, secretariat: clerk, area: AREA });
    const at = { area: AREA, id: newId() as string };
    expect(await saveIssue(app, centre, at, issue({ sender: other.id }))).toMatchObject({
      error: { fields: { sender: [expect.any(String)] } },
    });
    expect(await saveIssue(app, centre, at, issue({ items: [] }))).toMatchObject({
      error: { fields: { editions: [expect.any(String)] } },
    });
  });
});
