import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { saveBody } from "../../bodies/usecases.server.ts";
import { readMeeting } from "../reading/usecases.server.ts";
import { planMeeting } from "../usecases.server.ts";
import { addAgendaItem, addFile, addReport, comment, readPaperFile } from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const secretariat = person("coordinator", HERE);
const member = person("member", HERE);
async function* content() {
  yield Buffer.from("資料");
}
const file = () => ({ name: "資料.txt", content: content() });

async function meeting(): Promise<string> {
  const body = { kind: "area_council", name: "協議会" };
  const { id: bodyId } = expectOk(await saveBody(app, secretariat, HERE, body));
  const slots = [{ day: "2026-11-20", startsAt: "10:00", endsAt: "11:30" }];
  return expectOk(await planMeeting(app, secretariat, HERE, { bodyId, title: "第1回", slots })).id;
}

beforeAll(() => loadReferenceAreas(app));

it("keeps files as they came, and what members say", async () => {
  const id = await meeting();
  const { id: paper } = expectOk(await addFile(app, secretariat, HERE, id, file()));
  const read = expectOk(await readPaperFile(app, member, HERE, id, paper));
  expect(read.content.toString()).toBe("資料");
  expectOk(await comment(app, member, HERE, id, { text: "数を次回も" }));
  expect(await comment(app, VISITOR, HERE, id, { text: "x" })).toMatchObject({
    error: { kind: "forbidden" },
  });
  expect(expectOk(await readMeeting(app, member, HERE, id)).comments).toMatchObject([{ text: "数を次回も" }]);
});

describe("a form that is sent twice at once", () => {
  const onceKey = "0198f2a0-0000-7000-8000-00000000000c";
  const titles = async (id: string) => {
    const { agenda, papers, comments } = expectOk(await readMeeting(app, member, HERE, id));
    return [...agenda, ...papers].map((one) => one.title).concat(comments.map((one) => one.text));
  };
  const filesStored = () =>
    withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => {
      return (await db(tx).selectFrom("stored_file").select("id").execute()).length;
    });
  type Send = (id: string, key: string) => Promise<Result<unknown>>;
  const sends: [string, Send][] = [
    ["議題", (id, key) => addAgendaItem(app, secretariat, HERE, id, { title: "議題" }, key)],
    ["報告", (id, key) => addReport(app, secretariat, HERE, id, { title: "報告" }, key)],
    ["資料.txt", (id, key) => addFile(app, secretariat, HERE, id, file(), key)],
    ["意見", (id, key) => comment(app, member, HERE, id, { text: "意見" }, key)],
  ];

  it.each(sends)("makes one %s, and another once it is filled in anew", async (title, send) => {
    const id = await meeting();
    const key = onceKey.replace(/c$/, String(sends.findIndex(([one]) => one === title)));
    const before = await filesStored();
    for (const sent of await Promise.all([send(id, key), send(id, key)])) expectOk(sent);
    expect(await titles(id)).toEqual([title]);
    expect(await filesStored()).toBe(before + (title === "資料.txt" ? 1 : 0));
    expectOk(await send(id, onceKey));
    expect(await titles(id)).toEqual([title, title]);
  });

  it("makes one of each that a page with several forms sends under its one key", async () => {
    const id = await meeting();
    const key = onceKey.replace(/c$/, "d");
    for (const [, send] of sends) expectOk(await send(id, key));
    expect((await titles(id)).toSorted()).toEqual(sends.map(([title]) => title).toSorted());
  });
});
