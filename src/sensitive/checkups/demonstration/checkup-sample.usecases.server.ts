import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Actor } from "#foundation/actors/public.ts";
import { sampleOrganisationId } from "#foundation/organisations/public.ts";
import { fileOf, newImportId } from "#foundation/tables/public.ts";
import type { App } from "#platform/app.ts";
import { csvLine } from "#platform/files/csv-writer.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, namedId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { AGREED_ITEMS } from "../agreements/provider-agreement.schema.ts";
import { listAgreements, saveAgreement } from "../agreements/provider-agreement.usecases.server.ts";
import { publishCheckups } from "../editions/checkup-edition.usecases.server.ts";
import type { ProviderKind } from "../model/checkup-kind.rules.ts";
import { beginCheckupImport, runCheckupImport } from "../records/record-import.usecases.server.ts";
import { SAMPLE_HEADER, type SampleOf, sampleRows } from "./checkup-sample.rules.ts";

const HAMADA = "sma-32-02" as AreaId;
const MUNICIPALITIES = ["32202", "32207"];

type Sample = Readonly<{ provider: string; kind: ProviderKind }> &
  Pick<SampleOf, "seed" | "persons" | "ages" | "workplace">;
const SAMPLES: readonly Sample[] = [
  { provider: "見本国保", kind: "nhi", seed: 11, persons: 900, ages: [40, 74], workplace: false },
  {
    provider: "見本健康保険組合",
    kind: "employees",
    seed: 12,
    persons: 900,
    ages: [35, 66],
    workplace: true,
  },
];

/** The analyst of the sample area: what row-level security asks for, no service has. */
const analyst = (app: App): Actor => ({
  kind: "person",
  userId: "<demonstration>" as UserId,
  name: "見本",
  memberships: [
    { organisationId: sampleOrganisationId(HAMADA, "浜田保健所"), role: "analyst", areas: [HAMADA] },
  ],
  reach: [HAMADA],
  provenAt: app.clock.now(),
});

/** Brings invented results of two providers in, by their agreements, and publishes them; once, and never again. */
export async function loadDemonstrationCheckups(app: App): Promise<{ files: number }> {
  const actor = analyst(app);
  const { agreements } = expectOk(await listAgreements(app, actor, { area: HAMADA }));
  if (agreements.length > 0) return { files: 0 };
  const year = fiscalYearOf(app.clock.today()) - 1;
  for (const { provider, kind, ...of } of SAMPLES) {
    const id = namedId("checkup agreement", provider);
    const agreement = {
      ...{ provider, kind, ground: "law", items: AGREED_ITEMS, smallest: "10", yearsKept: "5" },
      groundText: "高齢者の医療の確保に関する法律（見本）",
      combine: ["municipality", "workplace-size"],
      ...{ fromDay: `${year}-04-01`, untilDay: `${year + 4}-03-31` },
    };
    expectOk(await saveAgreement(app, actor, { area: HAMADA, id }, agreement));
    await bring(app, actor, id, sampleRows({ ...of, year, municipalities: MUNICIPALITIES }));
  }
  expectOk(await publishCheckups(app, actor, { area: HAMADA }, { year }));
  return { files: SAMPLES.length };
}

async function bring(
  app: App,
  actor: Actor,
  agreement: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const id = newImportId();
  const path = fileOf(app, id);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, [SAMPLE_HEADER, ...rows].map((cells) => csvLine(cells)).join(""), { mode: 0o600 });
  const given = { choices: { agreement, answers: EVERY_ANSWER }, wish: "take-good" } as const;
  expectOk(
    await beginCheckupImport(app, actor, { id, area: HAMADA }, { path, name: "見本の健診結果.csv" }, given),
  );
  await runCheckupImport(app, { id });
  await rm(path, { force: true });
}

/** Odd values of the sample are meant. */
const EVERY_ANSWER = Object.fromEntries(
  [
    "bmi",
    "weight",
    "height",
    "waist",
    "sbp",
    "dbp",
    "tg_fasting",
    "hdl",
    "ldl",
    "ast",
    "alt",
    "ggt",
    "fpg",
    "hba1c",
    "hemoglobin",
  ].map((item) => [`odd-${item}`, "keep"]),
);
