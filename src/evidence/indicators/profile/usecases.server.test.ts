import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { loadReferenceIndicators } from "../dictionary/usecases.server.ts";
import { loadDemonstrationProfile } from "../facts/usecases.server.ts";
import { loadDemonstrationObservations } from "../imports/demonstration/usecases.server.ts";
import type { PresentedProfile } from "./present.ts";
import { decidePublication, readPublication } from "./publication/usecases.server.ts";
import { readProfile } from "./usecases.server.ts";

const app = testApp();
const CLI = service("cli");

const staffOf = (area: string, role: "coordinator" | "provider" | "workplace" | "administrator"): Actor => ({
  kind: "person",
  userId: `${role}-${area}` as UserId,
  name: role,
  memberships: [{ organisationId: "o" as OrganisationId, role, areas: [area as AreaId] }],
  reach: [area, "lso-14-sagamihara", "sma-32-02"] as AreaId[],
});

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
  await loadDemonstrationObservations(app);
  await loadDemonstrationProfile(app);
}, 60_000);

const see = async (area: string, actor: Actor = CLI): Promise<PresentedProfile> =>
  expectOk(await readProfile(app, actor, { area })).profile;

const FOLDER = new URL("../../../../reference/demonstration/", import.meta.url);
type Line = Readonly<Record<string, string>>;
const lines = async (file: string): Promise<Line[]> =>
  parse(await readFile(new URL(file, FOLDER), "utf8"), { columns: true });
const number = (text: string | undefined) => (text === "" || text === undefined ? null : Number(text));

/** Under which profile an area's figures are read: the district's are part of the city's. */
const PROFILE_OF: Readonly<Record<string, string>> = { sagamihara_labour_office: "sagamihara" };
const COMPARED: Readonly<Record<string, string>> = { nation: "sagamihara", kanagawa: "sagamihara" };

/** Every observed figure of a profile, as area, indicator, year, sex, ages and value. */
function figuresOf(profile: PresentedProfile): string[] {
  const rows = profile.indicators.flatMap((row) =>
    [{ area: row.area, series: row.series }, ...row.compared].flatMap((one) =>
      one.series.map((p) => [
        one.area.slug,
        row.indicator.code,
        p.fiscal_year,
        row.sex,
        row.age_band,
        p.value,
      ]),
    ),
  );
  const facts = profile.facts.map((f) => [
    f.area.slug,
    f.indicator.code,
    f.fiscal_year,
    f.sex,
    f.age_band,
    f.value,
  ]);
  const support = (profile.support?.years ?? []).flatMap((year) =>
    year.counts.map((c) => [
      profile.support!.area.slug,
      c.indicator,
      year.fiscal_year,
      "all",
      "all",
      c.count,
    ]),
  );
  return [...rows, ...facts, ...support].map((figure) => figure.join("/"));
}

describe("profileOf", () => {
  it.each(["abnormal_finding_rate", "area_facts", "consultations"])(
    "shows every figure of %s.csv",
    async (file) => {
      const wanted = await lines(`observations/${file}.csv`);
      expect(wanted.length).toBeGreaterThan(3);
      const profiles = new Map<string, string[]>();
      for (const line of wanted) {
        const area = line.area!;
        const of = COMPARED[area] ?? PROFILE_OF[area] ?? area;
        if (!profiles.has(of)) profiles.set(of, figuresOf(await see(of)));
        const slug = area === "nation" ? "nation" : area;
        const value = Number(line.value);
        expect(profiles.get(of)).toContain(
          [slug, line.indicator, line.fiscal_year, line.sex, line.age_band, value].join("/"),
        );
      }
    },
  );

  it("shows every ratio, target of others, survey and finding of the files", async () => {
    const profiles: Record<string, PresentedProfile> = {
      sagamihara: await see("sagamihara"),
      hamada: await see("hamada"),
    };
    for (const line of await lines("facts/age_band_ratios.csv"))
      expect(profiles[line.area!]!.age_band_ratios).toContainEqual(
        expect.objectContaining({ disease: line.disease, ratio: Number(line.ratio) }),
      );
    for (const line of await lines("facts/targets.csv"))
      expect(profiles[line.area!]!.targets).toContainEqual(
        expect.objectContaining({
          item: line.item,
          baseline_value: number(line.baseline_value),
          target_value: number(line.target_value),
          target_year: number(line.target_year),
        }),
      );
    for (const line of await lines("facts/surveys.csv"))
      expect(profiles[line.area!]!.surveys).toContainEqual(
        expect.objectContaining({
          name: line.name,
          fiscal_year: number(line.fiscal_year),
          surveyed: number(line.surveyed),
          responded: number(line.responded),
        }),
      );
    for (const line of await lines("facts/survey_findings.csv"))
      expect(profiles[line.area!]!.surveys.flatMap((survey) => survey.findings)).toContainEqual({
        topic: line.topic,
        finding: line.finding,
      });
  });

  it("computes the shares instead of believing the printed ones", async () => {
    const { facts, surveys } = await see("sagamihara");
    const share = (code: string) =>
      facts.find((fact) => fact.indicator.code === code)!.share_percent!.toFixed(1);
    expect(share("workplaces_size_1_4")).toBe("57.5");
    expect(share("workplaces_size_1_30")).toBe("92.1");
    expect(share("workplaces_services")).toBe("18.5");
    expect(share("workplaces_wholesale_retail_restaurants")).toBe("35.9");
    expect(share("production_age_population")).toBe("68.4");
    expect(surveys.find((survey) => survey.responded === 576)!.response_percent!.toFixed(1)).toBe("16.9");
  });

  it("says of the labour office's figures that they are another district's, and why no verdict is given", async () => {
    const { indicators, worsening } = await see("sagamihara");
    const row = indicators.find((one) => one.indicator.code === "abnormal_finding_rate")!;
    expect(row.area).toMatchObject({ id: "lso-14-sagamihara", relation: expect.not.stringMatching("self") });
    expect(row.verdict).toMatchObject({ outcome: "not-comparable", reason: "no-counts" });
    expect(row.trend).toMatchObject({ direction: "increasing", method: "mann-kendall" });
    expect(row.heading).toBe("定期健康診断の有所見率は全国より高く、8年間で8.92ポイント上がった");
    expect(worsening.map((entry) => entry.row.indicator.code)).toEqual([
      "abnormal_finding_rate",
      "obesity_rate",
    ]);
    expect(worsening[0]!.sentence).toContain("全国の49.90%より1.75ポイント高い");
    expect(worsening[1]!.sentence).toContain("目標の15%以下に届いていません");
    expect(worsening[1]!.sentence).toContain("29.0%から2007年度の36.9%へ");
  });

  it("is refused for an area that does not exist", async () => {
    expect(await readProfile(app, VISITOR, { area: "nowhere" })).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
  });
});

describe("what leads on from a profile", () => {
  it("is the plan for its secretariat alone", async () => {
    const mayPlan = async (area: string, actor: Actor) =>
      expectOk(await readProfile(app, actor, { area })).mayPlan;
    expect(await mayPlan("sagamihara", staffOf("14150", "coordinator"))).toBe(true);
    expect(await mayPlan("sagamihara", staffOf("14150", "administrator"))).toBe(false);
    expect(await mayPlan("sagamihara", VISITOR)).toBe(false);
  });
});

const SAGAMIHARA = { area: "sagamihara" };

describe("publication", () => {
  it("shows a visitor and a workplace what is published, and staff of the area everything", async () => {
    expect((await see("hamada", VISITOR)).surveys).toEqual([]);
    expect((await see("hamada", staffOf("sma-32-02", "workplace"))).surveys).toEqual([]);
    expect((await see("hamada", staffOf("sma-32-02", "provider"))).surveys).toHaveLength(2);
  });

  it("is decided by the area's secretariat, piece by piece, and kept in the audit log", async () => {
    const coordinator = staffOf("14150", "coordinator");
    const before = expectOk(await readPublication(app, coordinator, SAGAMIHARA));
    const keep = before.items.filter((item) => item.key !== "facts/14150/surveys" && item.published > 0);
    const without = expectOk(
      await decidePublication(app, coordinator, SAGAMIHARA, { "was-published": "facts/14150/surveys" }),
    );
    expect(without.changed).toBe(1);
    expect((await see("sagamihara", VISITOR)).surveys).toEqual([]);
    expect((await see("sagamihara", coordinator)).surveys).not.toEqual([]);
    const keys = before.items.map((item) => item.key);
    expect(expectOk(await decidePublication(app, coordinator, SAGAMIHARA, {})).changed).toBe(0);
    const none = expectOk(await decidePublication(app, coordinator, SAGAMIHARA, { "was-published": keys }));
    expect(none.changed).toBe(keep.length);
    const empty = await see("sagamihara", VISITOR);
    expect([empty.facts, empty.indicators, empty.targets, empty.activities]).toEqual([[], [], [], []]);
    const entries = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      db(tx).selectFrom("audit_entry").selectAll().where("action", "=", "profile.unpublish").execute(),
    );
    expect(entries).toHaveLength(1 + keep.length);
    expect(entries.every((entry) => entry.actor === "coordinator-14150")).toBe(true);
    const all = expectOk(
      await decidePublication(app, coordinator, SAGAMIHARA, { "was-withheld": keys, publish: keys }),
    );
    expect(all.changed).toBe(before.items.length);
  });

  it.each(["provider", "workplace"] as const)("is not for a %s", async (role) => {
    const actor = staffOf("14150", role);
    expect(await readPublication(app, actor, SAGAMIHARA)).toMatchObject({ ok: false });
    const withhold = { "was-published": "facts/14150/surveys" };
    expect(await decidePublication(app, actor, SAGAMIHARA, withhold)).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
  });
});
