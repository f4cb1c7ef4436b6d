import { beforeAll, expect, it } from "vitest";
import { type Actor, type Role, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { listDeleted, restoreThing } from "../../usecases.server.ts";
import { enterActivity, getActivity } from "../usecases.server.ts";
import { addActivityFiles, readActivityFile, removeActivityFile } from "./usecases.server.ts";

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
const file = (name: string, content: Buffer = PHOTO) => ({
  name,
  content: (async function* () {
    yield content;
  })(),
});
let id: string;

beforeAll(async () => {
  await loadReferenceAreas(app);
  const activity = {
    kind: "outreach_lecture",
    title: "血圧",
    from: "2026-11-10",
    host: "商工会議所",
    hostOrganisationId: CHAMBER,
  };
  const entered = expectOk(await enterActivity(app, chamber, HERE, activity));
  id = "id" in entered ? entered.id : "";
});

const names = async () => expectOk(await getActivity(app, other, HERE, id)).files.map((one) => one.name);

it("attaches several files, all or none, and hands them to whoever may read the activity", async () => {
  const bad = [file("写真.jpg"), file("偽物.pdf")];
  expect(await addActivityFiles(app, chamber, HERE, id, bad)).toMatchObject({
    error: { kind: "invalid", fields: { file: [expect.stringContaining("偽物.pdf")] } },
  });
  expect(await names()).toEqual([]);
  expectOk(await addActivityFiles(app, chamber, HERE, id, [file("写真.jpg"), file("会場.jpg")]));
  expect(await names()).toEqual(["写真.jpg", "会場.jpg"]);
  const [first] = expectOk(await getActivity(app, secretariat, HERE, id)).files;
  const read = expectOk(await readActivityFile(app, other, HERE, id, first!.id));
  expect(read.content.equals(PHOTO)).toBe(true);
  expect(read.mediaType).toBe("image/jpeg");
  expect(await readActivityFile(app, VISITOR, HERE, id, first!.id)).toMatchObject({
    error: { kind: "forbidden" },
  });
  const elsewhere = "0198f2a0-0000-7000-8000-0000000000ff";
  expect(await readActivityFile(app, other, HERE, elsewhere, first!.id)).toMatchObject({
    error: { kind: "not-found" },
  });
});

it("lets nobody but its own organisation and the secretariat change them", async () => {
  expect(await addActivityFiles(app, other, HERE, id, [file("x.jpg")])).toMatchObject({
    error: { kind: "forbidden" },
  });
  const [first] = expectOk(await getActivity(app, secretariat, HERE, id)).files;
  expect(await removeActivityFile(app, other, HERE, id, first!.id)).toMatchObject({
    error: { kind: "forbidden" },
  });
  expectOk(await removeActivityFile(app, chamber, HERE, id, first!.id));
  expect(await names()).toEqual(["会場.jpg"]);
  expect(expectOk(await listDeleted(app, secretariat, HERE))).toMatchObject([
    { thing: "file", id: first!.id, title: "写真.jpg" },
  ]);
  expectOk(await restoreThing(app, secretariat, HERE, "file", first!.id));
  expect(await names()).toEqual(["写真.jpg", "会場.jpg"]);
});

it("takes no more than an activity can hold", async () => {
  const many = Array.from({ length: 19 }, (_, index) => file(`${index}.jpg`));
  expect(await addActivityFiles(app, chamber, HERE, id, many)).toMatchObject({
    error: { kind: "invalid", fields: { file: [expect.stringContaining("20件まで")] } },
  });
  expect(await addActivityFiles(app, chamber, HERE, id, [])).toMatchObject({ error: { kind: "invalid" } });
});

it("keeps a file once that a double click sent twice", async () => {
  const before = await names();
  const twice = [0, 1].map(() =>
    addActivityFiles(app, chamber, HERE, id, [file("写真.jpg"), file("新しい.jpg")]),
  );
  for (const done of await Promise.all(twice)) expectOk(done);
  expect(await names()).toEqual([...before, "新しい.jpg"]);
  expectOk(
    await addActivityFiles(app, chamber, HERE, id, [file("写真.jpg", Buffer.from("ffd8ffe0ff", "hex"))]),
  );
  expect((await names()).filter((name) => name === "写真.jpg")).toHaveLength(2);
});
