import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Actor } from "#foundation/actors/public.ts";
import { fileOf, newImportId } from "#foundation/tables/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk, type Result } from "#platform/kernel/result.ts";
import type { ImportId } from "#platform/tables/import.ts";
import { AGREED_ITEMS } from "./agreements/provider-agreement.schema.ts";
import { saveAgreement } from "./agreements/provider-agreement.usecases.server.ts";
import {
  beginCheckupImport,
  checkCheckupImport,
  readCheckupImport,
  takeCheckupImport,
} from "./records/record-import.usecases.server.ts";

/** A key as a provider would make it. */
export const keyOf = (person: string): string => createHash("sha256").update(person).digest("hex");

export const AGREEMENT = {
  provider: "見本国保",
  kind: "nhi",
  ground: "law",
  groundText: "高齢者の医療の確保に関する法律 第27条",
  items: AGREED_ITEMS,
  smallest: "10",
  yearsKept: "5",
  combine: ["municipality", "workplace-size"],
  fromDay: "2020-04-01",
  untilDay: "2030-03-31",
};

export async function agreementAt(
  app: App,
  actor: Actor,
  area: AreaId,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const id = newId() as string;
  expectOk(await saveAgreement(app, actor, { area, id }, { ...AGREEMENT, ...more }));
  return id;
}

/** Puts a file where the page that takes it in would. */
async function sent(app: App, id: ImportId, text: string | Uint8Array): Promise<string> {
  const path = fileOf(app, id);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, text);
  return path;
}

export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${[header, ...rows].map((cells) => cells.join(",")).join("\n")}\n`;

export type Brought = Readonly<{ app: App; actor: Actor; area: AreaId; agreement?: string }>;

/** Begins an import of that text; its file is checked at once. */
export async function bring(
  { app, actor, area, agreement }: Brought,
  text: string | Uint8Array,
  name = "kenshin.csv",
  /** Written down, and not looked at yet. */
  wish?: "check",
): Promise<Result<string>> {
  const id = newImportId();
  const begun = await beginCheckupImport(
    app,
    actor,
    { id, area },
    { path: await sent(app, id, text), name },
    { choices: agreement === undefined ? {} : { agreement }, ...(wish && { wish }) },
  );
  return begun.ok ? { ok: true, value: id } : begun;
}

export const viewOf = async ({ app, actor }: Brought, id: string) =>
  expectOk(await readCheckupImport(app, actor, { id, after: 0 }));

/** Takes it in: what the file asks is answered with the first answer. */
export async function takeIn(place: Brought, text: string | Uint8Array, answer = "keep"): Promise<string> {
  const id = expectOk(await bring(place, text));
  const { batch } = await viewOf(place, id);
  if (batch.questions.length > 0)
    expectOk(
      await checkCheckupImport(
        place.app,
        place.actor,
        { id },
        Object.fromEntries(batch.questions.map(({ key }) => [`answer-${key}`, answer])),
      ),
    );
  expectOk(
    await takeCheckupImport(
      place.app,
      place.actor,
      { id },
      batch.counts.rejected > 0 ? { goodRowsOnly: "yes" } : {},
    ),
  );
  return id;
}
