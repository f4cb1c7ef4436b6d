import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import { setScanner } from "#platform/files/scanner.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { makeBody, makeMeeting } from "../testing.ts";
import { addAgendaItem } from "./agenda.commands.server.ts";
import { meetingComments } from "./comment.usecases.server.ts";
import { readMeeting } from "./meeting-view.queries.server.ts";
import { addFile, addReport, readPaperFile } from "./paper.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const secretariat = person("coordinator", HERE);
const member = person("member", HERE);
const file = () => new File(["資料"], "資料.txt");
const meeting = async () => ({
  area: HERE,
  meeting: await makeMeeting(app, secretariat, HERE, await makeBody(app, secretariat, HERE), ["2026-11-20"]),
});

const saidOf = ({ area, meeting: id }: { area: AreaId; meeting: string }) =>
  ({ area, kind: "meeting", id }) as const;

beforeAll(() => loadReferenceAreas(app));

it("keeps files as they came, and what members say", async () => {
  const target = await meeting();
  const { id } = expectOk(await addFile(app, secretariat, target, { file: file() }));
  const read = expectOk(await readPaperFile(app, member, { ...target, id }));
  expect(read.content.toString()).toBe("資料");
  const said = saidOf(target);
  expectOk(await meetingComments.write(app, member, said, { text: "数を次回も" }));
  expect(await meetingComments.write(app, VISITOR, said, { text: "x" })).toMatchObject({
    error: { kind: "forbidden" },
  });
  expect(expectOk(await meetingComments.list(app, member, said)).comments).toMatchObject([
    { text: "数を次回も" },
  ]);
});

it("looks into a paper to the bottom, and opens none before a scanner has looked", async () => {
  const target = await meeting();
  const sent = (name: string, content: string) =>
    addFile(app, secretariat, target, { file: new File([content], name) });
  const script = "%PDF-1.7\n1 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj";
  for (const [name, content, words] of [
    ["議案.pdf", script, "開くと動く命令"],
    ["議案.docx", "PK\x03\x04 word/ [Content_Types].xml", "種類のファイルではありません"],
    ["図.svg", "<svg><script/></svg>", "画像のファイルを選択"],
  ] as const)
    expect(await sent(name, content)).toMatchObject({
      error: { fields: { file: [expect.stringContaining(words)] } },
    });
  setScanner("/nowhere/clamd.sock");
  const { id } = expectOk(await sent("議案.pdf", "%PDF-1.7\n"));
  const [paper] = expectOk(await readMeeting(app, member, target)).papers;
  expect(paper).toMatchObject({ id, state: "waiting" });
  expect(await readPaperFile(app, member, { ...target, id })).toMatchObject({ error: { kind: "conflict" } });
  setScanner(undefined);
  expectOk(await readPaperFile(app, member, { ...target, id }));
});

it.each([{}, { file: "" }, { file: new File([], "空.txt") }])(
  "asks for a file where there is %j",
  async (input) => {
    expect(await addFile(app, secretariat, await meeting(), input)).toMatchObject({
      error: { kind: "invalid", fields: { file: ["ファイルを選択してください。"] } },
    });
  },
);

describe("a form that is sent twice at once", () => {
  const onceKey = "0198f2a0-0000-7000-8000-0000000000c0";
  type Target = Awaited<ReturnType<typeof meeting>>;
  const titles = async (target: Target) => {
    const { agenda, papers } = expectOk(await readMeeting(app, member, target));
    const { comments } = expectOk(await meetingComments.list(app, member, saidOf(target)));
    return [...agenda, ...papers].map((one) => one.title).concat(comments.map((one) => one.text));
  };
  const filesStored = () =>
    withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => {
      return (await tables(tx).selectFrom("storedFile").select("id").execute()).length;
    });
  type Send = (target: Target, once: string) => Promise<Result<unknown>>;
  const sends: [string, Send][] = [
    ["議題", (target, once) => addAgendaItem(app, secretariat, target, { title: "議題", once })],
    ["報告", (target, once) => addReport(app, secretariat, target, { title: "報告", once })],
    ["資料.txt", (target, once) => addFile(app, secretariat, target, { file: file(), once })],
    ["意見", (target, once) => meetingComments.write(app, member, saidOf(target), { text: "意見", once })],
  ];

  it.each(sends)("makes one %s, and another once it is filled in anew", async (title, send) => {
    const target = await meeting();
    const index = sends.findIndex(([one]) => one === title);
    const key = (time: number) => onceKey.replace(/c0$/, `${time}${index}`);
    const before = await filesStored();
    for (const sent of await Promise.all([send(target, key(1)), send(target, key(1))])) expectOk(sent);
    expect(await titles(target)).toEqual([title]);
    expect(await filesStored()).toBe(before + (title === "資料.txt" ? 1 : 0));
    expectOk(await send(target, key(2)));
    expect(await titles(target)).toEqual([title, title]);
  });

  it("does nothing under the key of another form", async () => {
    const target = await meeting();
    const [[, first], [, second]] = [sends[0]!, sends[1]!];
    expectOk(await first(target, onceKey));
    expect(await second(target, onceKey)).toMatchObject({ error: { kind: "conflict" } });
    expect(await titles(target)).toEqual(["議題"]);
  });
});
