import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { declaredUseCases } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { readEdition, saveEdition } from "./catalogue/edition.usecases.server.ts";
import { saveMaterial } from "./catalogue/material.usecases.server.ts";
import { moveStock } from "./stock/movement.commands.server.ts";

export const AREA = "sma-32-04" as AreaId;

export const clerk: Actor = {
  kind: "person",
  userId: "u-clerk" as never,
  name: "clerk",
  memberships: [
    { organisationId: "0198f2a0-0000-7000-8000-000000000001" as never, role: "coordinator", areas: [AREA] },
  ],
  reach: [AREA],
};

export const prepare = (app: App) => loadReferenceAreas(app);

/** What is typed of a material and of an edition. */
export const aMaterial = {
  ...{ kind: "leaflet", title: "情報マップ", theme: "resources", audiences: ["owner"] },
  ...{ owner: "浜田保健所", rights: "as_is", note: "", published: "true" },
};
export const anEdition = { label: "2026年版", language: "ja", mostAnOrder: "100", published: "true" };

/** An edition of a new material with so many copies on the shelf. */
export async function makeEdition(
  app: App,
  {
    copies = 0,
    area = AREA,
    by = clerk,
    title = aMaterial.title,
    ...change
  }: Readonly<{ copies?: number; area?: AreaId; by?: Actor; title?: string; [more: string]: unknown }> = {},
): Promise<{ material: string; edition: string }> {
  const [material, edition] = [newId() as string, newId() as string];
  expectOk(await saveMaterial(app, by, { area, id: material }, { ...aMaterial, title }));
  expectOk(await saveEdition(app, by, { area, id: edition, material }, { ...anEdition, ...change }));
  if (copies > 0)
    expectOk(await moveStock(app, by, { area, id: edition }, { kind: "receive", amount: String(copies) }));
  return { material, edition };
}

export const copiesOf = async (app: App, id: string, by: Actor = clerk, area: AreaId = AREA) =>
  expectOk(await readEdition(app, by, { area, id })).kept!.copies;

export const anOrder = (
  lines: readonly Readonly<{ edition: string; amount: number }>[],
  change: object = {},
) => ({
  lines: lines.map(({ edition, amount }) => ({ edition, amount: String(amount) })),
  ...{ workplace: "石見窯業所", contact: "健康管理の担当", address: "浜田市見本町1" },
  email: `${newId()}@example.jp`,
  once: newId() as string,
  ...change,
});

/** Saves another content of an office, as its own form does. */
export const changeOffice = async (app: App, id: string, form: object) => {
  const change = declaredUseCases().find(({ declared }) => declared.name === "organisation.change")!;
  expectOk(await change(app, clerk, { id }, form));
};

/** What waits in the outbox, with the links that its readers get. */
export const mailsOf = (app: App) =>
  withRows(app.db, { actor: "<mail>", areas: "all" }, (access) => listMails(access, 5_000, { links: true }));
