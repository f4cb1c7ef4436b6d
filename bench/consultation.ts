import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { DATABASE, openConfigured } from "#platform/db/open.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { addTo } from "#platform/sealing/key-files.ts";
import { keyLine, newMasterKey } from "#platform/sealing/keyring.ts";
import { keySourceOf, openKeys } from "#platform/sealing/open-keys.ts";
import { keyUse, rewrapKeys } from "#platform/sealing/rotation.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { CASES } from "../src/sensitive/consultation/cases/case.present.ts";
import {
  listCases,
  readCase,
  searchClients,
} from "../src/sensitive/consultation/cases/case.queries.server.ts";
import { referralsOfCase } from "../src/sensitive/consultation/referrals/referral.queries.server.ts";
import { caseId, fillConsultation, personOf } from "./consultation-fill.ts";

/** Times of what a caseworker does, while it is asked for at a steady rate whether or not the last one was answered. */
export type ConsultationBench = Readonly<{
  name: string;
  median_ms: number;
  p95_ms: number;
  errors: number;
  note: string;
}>;

/** `YUI_BENCH_CASES=2000` tries it small; each case has ten contacts. */
const SIZE = Number(process.env.YUI_BENCH_CASES ?? 100_000);
/** Among so many offices; one alone holds all of them where it is 1. */
const OFFICES = Number(process.env.YUI_BENCH_OFFICES ?? 20);
const PER_SECOND = 50;
const SECONDS = 10;
const AREA = "sma-32-02" as AreaId;

export async function benchConsultation(): Promise<readonly ConsultationBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-consultation-"));
  const config = readConfig({ YUI_DATA: join(folder, "data") });
  const opened = await openConfigured(config);
  const server = await joinEmbeddedServer(config.dataFolder);
  try {
    await openKeys(config, opened.db);
    const { db, pool, sensitive } = opened;
    const app: App = {
      ...{ config, db, pool, sensitive, stamp: stampOf(config) },
      ...{ clock: fixedClock("2026-11-22T01:00:00Z"), log: pino({ level: "silent" }) },
    };
    await loadReferenceAreas(app);
    await loadDemonstrationOrganisations(app);
    const organisation = sampleOrganisationId(AREA, "浜田地域産業保健センター");
    const offices = [organisation, ...Array.from({ length: OFFICES - 1 }, () => newId<OrganisationId>())];
    const worker = workerOf(organisation);
    const others = ["c1", "c2", "c3"];
    const filling = performance.now();
    const filled = await fillConsultation(db, server.as(SUPERUSER, DATABASE), {
      ...{ cases: SIZE, offices, area: AREA, workers: [worker.userId, ...others] },
    });
    const seconds = Math.round((performance.now() - filling) / 1000);
    const size = `${filled.cases.toLocaleString("en")} cases of ${OFFICES} offices, ${filled.contacts.toLocaleString("en")} contacts (filled in ${seconds} s)`;
    const own = Math.floor(SIZE / OFFICES);
    const pages = pagesOf(app, worker, organisation, own);
    const results: ConsultationBench[] = [];
    for (const [name, call] of Object.entries(pages)) {
      for (let round = 0; round < 20; round += 1) await call(round);
      results.push({ name, ...(await arriving(call)), note: size });
    }
    results.push(await whileRotating(app, pages["case page"]!));
    return results;
  } finally {
    await opened.close();
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

const workerOf = (organisationId: OrganisationId): Extract<Actor, { kind: "person" }> => ({
  ...{ kind: "person", userId: "bench" as UserId, name: "bench", reach: [AREA] },
  memberships: [{ organisationId, role: "supervisor", areas: [AREA] }],
});

/** What is asked for; each call asks for another case, person or part of the list. */
function pagesOf(app: App, worker: Actor, organisation: OrganisationId, own: number) {
  const at = (round: number) => ((round * 7919) % own) * OFFICES;
  const parts = ["open", "today", "overdue", "mine", "closed"];
  const listed = (round: number) =>
    readList(CASES, new URLSearchParams({ which: parts[round % parts.length]! }));
  const pages: Record<string, (round: number) => Promise<void>> = {
    async "working list"(round) {
      const { rows } = expectOk(await listCases(app, worker, { organisation, list: listed(round) }));
      if (rows.length === 0 && round % parts.length === 0) throw new Error("an empty working list");
    },
    async "case page"(round) {
      const target = { organisation, case: caseId(at(round)) };
      const { contacts, identity } = expectOk(await readCase(app, worker, target));
      expectOk(await referralsOfCase(app, worker, target));
      if (contacts.length < 10 || !identity?.name || !contacts[0]?.content) throw new Error("not opened");
    },
    async "sealed search"(round) {
      const { name } = personOf(at(round));
      const asked = { organisation, name, kana: "", birthDate: "", phone: "" };
      const { cases } = expectOk(await searchClients(app, worker, asked));
      if (cases.length !== 1) throw new Error(`${cases.length} found`);
    },
  };
  return pages;
}

/** All data keys are wrapped by a new master key while cases are opened; nobody may be refused. */
async function whileRotating(app: App, call: (round: number) => Promise<void>): Promise<ConsultationBench> {
  const source = keySourceOf(app.config);
  addTo(source.from, keyLine(newMasterKey()));
  let over = false;
  const begun = performance.now();
  const rotation = rewrapKeys(app).finally(() => {
    over = true;
  });
  const times = await arriving(call, () => over);
  const wrapped = await rotation;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const { masters } = await keyUse(app.db);
  if (masters.length !== 1) throw new Error("a key was left out");
  return {
    name: "case page while all keys are rotated",
    ...times,
    note: `${wrapped.toLocaleString("en")} keys in ${seconds} s, ${times.errors} errors`,
  };
}

/** Starts one call each so many milliseconds; a slow answer does not hold the next one up. */
async function arriving(call: (round: number) => Promise<void>, over?: () => boolean) {
  const times: number[] = [];
  const calls: Promise<void>[] = [];
  let errors = 0;
  const begun = performance.now();
  const more = (round: number) => (over ? !over() || round < PER_SECOND : round < PER_SECOND * SECONDS);
  for (let round = 0; more(round); round += 1) {
    const due = begun + (round * 1000) / PER_SECOND;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    calls.push(
      call(round).then(
        () => void times.push(performance.now() - due),
        () => {
          errors += 1;
        },
      ),
    );
  }
  await Promise.all(calls);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { median_ms: at(0.5), p95_ms: at(0.95), errors };
}

if (import.meta.main) console.table(await benchConsultation());
