import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { makeOrganisation } from "#foundation/organisations/testing.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listResponse } from "#platform/lists/list-file.ts";
import { testApp } from "#test/app.ts";
import { fileWith } from "#test/file.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { talk } from "../examples/offer.testing.ts";
import { selectOffers } from "./offer.store.server.ts";
import { changeOffer, readOffer } from "./offer.usecases.server.ts";
import { TEMPLATE_COLUMNS, TEMPLATE_ROWS } from "./offer-import.present.ts";
import { importOffers, readOfferImport, withdrawOfferImport } from "./offer-import.usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(async () => {
  await loadReferenceAreas(app);
  for (const name of ["見本ほけん所", "見本栄養士会"])
    await makeOrganisation({ app, secretariat: STAFF, area: AREA }, { name });
});

async function take(text: string | Uint8Array, forAll: Record<string, string> = {}, name = "メニュー.csv") {
  const path = await fileWith(text);
  // The first sheet of a book is put down in the data folder.
  const here = { ...app, config: { ...app.config, dataFolder: join(path, "..") } };
  const done = expectOk(
    await importOffers(here, STAFF, { area: AREA, path, name, choices: { forAll }, wish: "take-good" }),
  );
  const { rejected } = expectOk(await readOfferImport(app, STAFF, { id: done.id, area: AREA }));
  const mends = rejected.flatMap(({ problems }) => problems.map(({ column, mend }) => `${column}: ${mend}`));
  return { id: done.id, counts: done.counts, mends };
}
const named = async (title: string) =>
  (await withPermit(app, STAFF, (permit) => selectOffers(permit, AREA))).find((one) => one.title === title);

describe("a table of offers", () => {
  const HEAD =
    "名前,機関名,種類,内容,場所,費用,曜日・週,何時から,何時まで,1か月に（回）,定員,打診先メール,公開\n";
  const row = (title: string, perMonth: string) =>
    `${title},見本ほけん所、見本栄養士会,出前講座,"血圧、食事",事業所へ行く,無料,第2・第4木曜,10時,16:30,${perMonth},40人,office@example.jp,はい\n`;

  it("becomes offers, the same table again changes nothing, and another one changes what it tells", async () => {
    expect(await take(HEAD + row("血圧の話", "2"))).toMatchObject({ counts: { added: 1 }, mends: [] });
    expect(await named("血圧の話")).toMatchObject({
      kind: "lecture",
      topics: ["blood_pressure", "nutrition"],
      places: ["on_site"],
      fee: "free",
      rrule: "FREQ=MONTHLY;BYDAY=2TH,4TH",
      opensAt: "10:00",
      closesAt: "16:30",
      perMonth: 2,
      peopleTo: 40,
      leadDays: 14,
      published: true,
      parts: [
        { organisationName: "見本ほけん所", email: "office@example.jp" },
        { organisationName: "見本栄養士会" },
      ],
    });
    expect((await take(HEAD + row("血圧の話", "2"))).counts).toMatchObject({ added: 0, unchanged: 1 });
    const short = "メニュー,実施機関,月の上限\n血圧の話,見本ほけん所、見本栄養士会,3\n";
    expect(await take(short, { kind: "出前講座" })).toMatchObject({ counts: { changed: 1 }, mends: [] });
    expect(await named("血圧の話")).toMatchObject({ perMonth: 3, peopleTo: 40, opensAt: "10:00" });
  });

  it("names each fault by column and mend", async () => {
    const { mends } = await take(`${HEAD}x,登録のない会,何か,宇宙,どこか,ただ,相談による,夜,,,,,たぶん\n`);
    expect(mends).toEqual([
      expect.stringMatching(/^機関名: .*関係機関に登録/),
      expect.stringMatching(/^種類: .*出前講座、健康チェック/),
      expect.stringMatching(/^曜日・週: /),
      expect.stringMatching(/^公開: /),
      expect.stringMatching(/^内容: .*心の健康/),
      expect.stringMatching(/^場所: /),
      expect.stringMatching(/^費用: .*無料/),
      expect.stringMatching(/^何時から: /),
    ]);
  });

  it("is taken back: what it added ends, what it changed is as before, what was changed since stays", async () => {
    await take(HEAD + row("前からの話", "1"));
    const { id } = await take(HEAD + row("前からの話", "5") + row("新しい話", "1") + row("直した話", "1"));
    const changed = (await named("直した話"))!;
    expectOk(await readOffer(app, STAFF, { area: AREA, id: changed.id }));
    const parts = changed.parts.map((part) => ({ ...part }));
    expectOk(
      await changeOffer(app, STAFF, { area: AREA, id: changed.id }, talk({ title: "直した話", parts })),
    );
    expect(expectOk(await withdrawOfferImport(app, STAFF, { id, area: AREA }))).toEqual({
      taken: 2,
      kept: 1,
    });
    expect(await named("前からの話")).toMatchObject({ perMonth: 1, endedOn: null });
    expect(await named("新しい話")).toMatchObject({ published: false, endedOn: "2026-11-21" });
    expect(await named("直した話")).toMatchObject({ published: true, endedOn: null });
  });
});

it.each(["csv", "xlsx"] as const)(
  "its template (%s) is read as it is, but for the name of the organisation",
  async (kind) => {
    const file = await listResponse(kind, "ひな形", TEMPLATE_COLUMNS, {
      rows: [...TEMPLATE_ROWS],
      after: undefined,
    });
    const { mends } = await take(new Uint8Array(await file.arrayBuffer()), {}, `ひな形.${kind}`);
    expect(mends).toEqual([expect.stringMatching(/^機関名: 「（関係機関に登録した名前）」/)]);
  },
);
