import { beforeAll, expect, it } from "vitest";
import { type Actor, type Role, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { listDeleted, restorePart } from "../deleting/plan-part.usecases.server.ts";
import { enterActivity, getActivity } from "./activity.usecases.server.ts";
import { addActivityFiles, readActivityFile, removeActivityFile } from "./activity-file.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const OFFICE = "0198f2a0-0000-7000-8000-000000000001" as OrganisationId;
const CHAMBER = "0198f2a0-0000-7000-8000-000000000002" as OrganisationId;
const person = (role: Role, organisationId = OFFICE): Actor => ({
  kind: "person",
  userId: `u-${role}-${organisationId}` as UserId,
  name: role,
  memberships: [{ organisationId, role, areas: [HERE] }],
  reach: [HERE],
});
const secretariat = person("coordinator");
const chamber = person("member", CHAMBER);
const other = person("member");
const PHOTO = Buffer.from("ffd8ffe000104a46", "hex");
const file = (name: string, content: Buffer<ArrayBuffer> = PHOTO) => new File([content], name);
let id: string;
const add = (actor: Actor, ...files: readonly File[]) =>
  addActivityFiles(app, actor, { area: HERE, id }, { file: files });
const held = async (actor: Actor) => expectOk(await getActivity(app, actor, { area: HERE, id })).files;
const read = (actor: Actor, file: string, activity = id) =>
  readActivityFile(app, actor, { area: HERE, id: activity, file });
const remove = (actor: Actor, file: string) => removeActivityFile(app, actor, { area: HERE, id, file });

beforeAll(async () => {
  await loadReferenceAreas(app);
  const activity = {
    kind: "outreach_lecture",
    title: "血圧",
    from: "2026-11-10",
    host: "商工会議所",
  };
  const target = { area: HERE, organisation: CHAMBER };
  id = expectOk(await enterActivity(app, chamber, target, activity)).id;
});

const names = async () => (await held(other)).map((one) => one.name);

it("attaches several files, all or none, and hands them to whoever may read the activity", async () => {
  const bad = [file("写真.jpg"), file("偽物.pdf")];
  expect(await add(chamber, ...bad)).toMatchObject({
    error: { kind: "invalid", fields: { file: [expect.stringContaining("偽物.pdf")] } },
  });
  expect(await names()).toEqual([]);
  expectOk(await add(chamber, file("写真.jpg"), file("会場.jpg")));
  expect(await names()).toEqual(["写真.jpg", "会場.jpg"]);
  const [first] = await held(secretariat);
  const content = expectOk(await read(other, first!.id));
  expect(content.content.equals(PHOTO)).toBe(true);
  expect(content.mediaType).toBe("image/jpeg");
  expect(await read(VISITOR, first!.id)).toMatchObject({
    error: { kind: "forbidden" },
  });
  const elsewhere = "0198f2a0-0000-7000-8000-0000000000ff";
  expect(await read(other, first!.id, elsewhere)).toMatchObject({
    error: { kind: "not-found" },
  });
});

it("lets nobody but its own organisation and the secretariat change them", async () => {
  expect(await add(other, file("x.jpg"))).toMatchObject({
    error: { kind: "forbidden" },
  });
  const [first] = await held(secretariat);
  expect(await remove(other, first!.id)).toMatchObject({
    error: { kind: "forbidden" },
  });
  expectOk(await remove(chamber, first!.id));
  expect(await names()).toEqual(["会場.jpg"]);
  expect(expectOk(await listDeleted(app, secretariat, { area: HERE }))).toMatchObject([
    { kind: "file", id: first!.id, title: "写真.jpg" },
  ]);
  expectOk(await restorePart(app, secretariat, { area: HERE, kind: "file", id: first!.id }));
  expect(await names()).toEqual(["写真.jpg", "会場.jpg"]);
});

it("takes no more than an activity can hold", async () => {
  const many = Array.from({ length: 19 }, (_, index) => file(`${index}.jpg`));
  expect(await add(chamber, ...many)).toMatchObject({
    error: { kind: "invalid", fields: { file: [expect.stringContaining("20件まで")] } },
  });
  expect(await add(chamber)).toMatchObject({ error: { kind: "invalid" } });
});

it("keeps a file once that a double click sent twice", async () => {
  const before = await names();
  const twice = [0, 1].map(() => add(chamber, file("写真.jpg"), file("新しい.jpg")));
  for (const done of await Promise.all(twice)) expectOk(done);
  expect(await names()).toEqual([...before, "新しい.jpg"]);
  expectOk(await add(chamber, file("写真.jpg", Buffer.from("ffd8ffe0ff", "hex"))));
  expect((await names()).filter((name) => name === "写真.jpg")).toHaveLength(2);
});

it("takes photos along with the entry, and keeps nothing of it where one of them is refused", async () => {
  const target = { area: HERE, organisation: CHAMBER };
  const activity = { kind: "outreach_lecture", title: "現場で", from: "2026-11-11", host: "商工会議所" };
  const once = "0198f2a0-0000-7000-8000-0000000000f1";
  const enter = (file: readonly File[]) => enterActivity(app, chamber, target, { ...activity, once, file });
  expect(await enter([file("偽物.pdf")])).toMatchObject({
    error: { fields: { file: [expect.stringContaining("偽物.pdf")] } },
  });
  const made = expectOk(await enter([file("現場.jpg")]));
  // The same form sent twice is one activity with one photo.
  expect(expectOk(await enter([file("現場.jpg")]))).toEqual(made);
  const { files } = expectOk(await getActivity(app, chamber, { area: HERE, id: made.id }));
  expect(files.map((one) => one.name)).toEqual(["現場.jpg"]);
});
