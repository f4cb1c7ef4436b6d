import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSolver } from "@yui/healthstats";
import { sql } from "kysely";
import pino from "pino";
import { makeEdition } from "#evidence/publication/public.ts";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { inTransaction } from "#platform/db/database.ts";
import { openConfigured } from "#platform/db/open.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { createSurvey } from "../src/sensitive/surveys/design/survey.commands.server.ts";
import type { Answers, Question } from "../src/sensitive/surveys/model/questionnaire.schema.ts";
import type { Survey } from "../src/sensitive/surveys/model/survey.schema.ts";
import { CLUSTER, columnsOf } from "../src/sensitive/surveys/results/column.rules.ts";
import { type EditionFacts, tablesFor } from "../src/sensitive/surveys/results/edition.rules.ts";
import { makeResult } from "../src/sensitive/surveys/results/result.commands.server.ts";
import { presentTable } from "../src/sensitive/surveys/results/result.present.ts";
import { chanceOf } from "../src/sensitive/surveys/system/generator.rules.ts";

export type SurveysBench = Readonly<{
  name: string;
  median_ms: number;
  baseline_ms: number | null;
  note: string;
}>;

const ANSWERS = Number(process.env.YUI_BENCH_ANSWERS ?? 1_000_000);
const QUESTIONS = 60;
const ROUNDS = 7;
const AREA = "sma-32-02" as AreaId;
const PERIOD = { key: "2026", label: "2026年度" };
const form = {
  questions: Array.from({ length: QUESTIONS }, (_, at): Question => {
    const choices = Array.from({ length: 5 }, (_, k) => ({
      id: `c${k + 1}`,
      label: { ja: `選択肢${k + 1}` },
    }));
    const kind = at % 10 === 9 ? "multiple" : "single";
    return { id: `q${at + 1}`, kind, block: "", text: { ja: `質問${at + 1}` }, choices, rows: [] };
  }),
};

/** A table of two questions, with intervals for workers of workplaces, of a million answers to sixty questions. */
export async function benchSurveys(): Promise<SurveysBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-surveys-"));
  const config = readConfig({ YUI_DATA: join(folder, "data") });
  const opened = await openConfigured(config);
  await openKeys(config, opened.db);
  const { db, pool, sensitive } = opened;
  const app: App = {
    ...{ config, db, pool, sensitive },
    clock: fixedClock("2026-11-22T01:00:00Z"),
    log: pino({ level: "silent" }),
    stamp: stampOf(config),
  };
  try {
    await loadReferenceAreas(app);
    await loadDemonstrationOrganisations(app);
    const organisation = sampleOrganisationId(AREA, "浜田保健所");
    const clerk: Actor = {
      ...{ kind: "person", userId: "bench" as UserId, name: "bench", reach: [AREA] },
      memberships: [{ organisationId: organisation, role: "coordinator", areas: [AREA] }],
      provenAt: app.clock.now(),
    };
    const at = { organisation, survey: newId() as string };
    const made = { title: "百万", kind: "worker", fiscalYear: "2026", base: "worker", partner: "" };
    expectOk(await createSurvey(app, clerk, at, made));
    const query = <T>(text: ReturnType<typeof sql<T>>) =>
      inTransaction(sensitive.db, scopeOf(clerk), async (tx) => (await text.execute(tx)).rows);
    await query(sql`update sensitive.survey set questionnaire = ${JSON.stringify(form)}::jsonb, state = 'open',
      step = 1, stepped = ${ANSWERS}, tables = '[["q1", "q2"]]' where id = ${at.survey}::uuid`);
    for (const { name, data } of generatedColumns())
      await query(sql`insert into sensitive.survey_column (survey_id, step, name, organisation_id, data)
        values (${at.survey}::uuid, 1, ${name}, ${organisation}::uuid, ${Buffer.from(data.buffer, data.byteOffset, data.byteLength)})`);
    // A tenth of them as answers come in, for SQL to count over.
    await query(sql`insert into sensitive.survey_answer
        (id, organisation_id, survey_id, cluster, source, state, counted, answers)
      select gen_random_uuid(), ${organisation}::uuid, ${at.survey}::uuid, n / 10, 'web', 'draft', false,
        (select jsonb_object_agg('q' || k, 'c' || (1 + floor(random() * 5))::int)
          from generate_series(1, ${QUESTIONS}::int) k where n > 0)
      from generate_series(1, ${Math.round(ANSWERS / 10)}::int) n`);
    const counted = await times(ROUNDS, () =>
      query(sql`select answers->>'q1', answers->>'q2', count(*) from sensitive.survey_answer
        where survey_id = ${at.survey}::uuid group by 1, 2`),
    );
    const survey = {
      ...{ id: at.survey, title: "百万", fiscalYear: 2026, kind: "worker", sampling: null },
      ...{ tables: [["q1", "q2"]], questionnaire: form },
    } as unknown as Survey;
    const solver = await loadSolver();
    const table = await times(ROUNDS, async () => {
      const rows = await query(
        sql<{ name: string; data: Uint8Array }>`select name, data from sensitive.survey_column
          where survey_id = ${at.survey}::uuid and name in ('q1', 'q2', ${CLUSTER})`,
      );
      const columns = new Map(rows.map(({ name, data }) => [name, data]));
      const { publication, counts, facts } = tablesFor(survey, columns);
      const content = makeEdition(publication, PERIOD, counts, [], solver);
      const whole = { ...facts, answers: ANSWERS, population: null, rates: null, strata: [] } as EditionFacts;
      return presentTable(content.tables[0]!, content, whole, false).rows.length;
    });
    const edition = await times(1, async () => expectOk(await makeResult(app, clerk, at)).number);
    const size = `${ANSWERS.toLocaleString("en")} answers to ${QUESTIONS} questions`;
    return [
      {
        ...{ name: `${size}: a table of two with intervals`, ...table, baseline_ms: counted.median_ms },
        note: "read, counted, suppressed and put in words; baseline: counted by SQL over a tenth of the answers",
      },
      {
        ...{ name: `${size}: the edition`, ...edition, baseline_ms: null },
        note: "all columns read, four counts and design effects of each",
      },
    ];
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const AT_ONCE = 20_000;
const generatedColumns = () => {
  const chance = chanceOf(60);
  const parts: ReturnType<typeof columnsOf>[] = [];
  for (let from = 0; from < ANSWERS; from += AT_ONCE)
    parts.push(columnsOf(form, generated(from, Math.min(AT_ONCE, ANSWERS - from), chance)));
  return parts[0]!.map(({ name }, at) => ({
    name,
    data: new Uint8Array(Buffer.concat(parts.map((part) => part[at]!.data))),
  }));
};

/** Answers of people, ten a workplace. */
function generated(from: number, length: number, chance: () => number) {
  return Array.from({ length }, (_, at) => {
    const answers: Record<string, Answers[string]> = {};
    for (const { id, kind } of form.questions) {
      if (chance() < 0.05) continue;
      const one = `c${1 + Math.floor(chance() ** 1.3 * 5)}`;
      answers[id] = kind === "multiple" ? [one] : one;
    }
    return { answers, cluster: Math.floor((from + at) / 10), stratum: -1 };
  });
}

async function times(rounds: number, run: () => Promise<unknown>): Promise<{ median_ms: number }> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await run();
    all.push(performance.now() - start);
  }
  return { median_ms: all.sort((a, b) => a - b)[rounds >> 1]! };
}
