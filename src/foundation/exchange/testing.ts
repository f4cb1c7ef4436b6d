import { service } from "#foundation/actors/public.ts";
import { type Examples, type PageGuards, standing } from "#foundation/authority/testing.ts";
import type { App } from "#platform/app.ts";
import { cardOf, fingerprintOf, makeBundleKeys, publicKeysOf } from "#platform/bundles/bundle-keys.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { makeBundle } from "./making.commands.server.ts";
import { addPartner, beginExchange } from "./partner.commands.server.ts";

const CLI = service("cli");
const kinds: readonly never[] = [];

/** The public keys of another installation, as they are typed in. */
async function stranger() {
  const keys = await publicKeysOf(await makeBundleKeys());
  const card = JSON.stringify(cardOf("見本の公開側", "outside", keys));
  return { card, fingerprint: fingerprintOf(keys) };
}

/** A partner of this installation, whose keys are made where it has none. */
async function partner(app: App): Promise<string> {
  await beginExchange(app, CLI, {}, { name: "見本の庁内側", side: "inside" });
  return expectOk(await addPartner(app, CLI, {}, await stranger())).id;
}

const made = async (app: App): Promise<string> =>
  expectOk(await makeBundle(app, CLI, { kinds }, { partner: await partner(app) })).id;

/** How the role matrix tries the exchange. */
export const examples: Examples = {
  "exchange.read": standing(() => ({ target: {} })),
  "exchange.read-today": standing(() => ({ target: {} })),
  "exchange.begin": standing(() => ({ target: {}, input: { name: "見本の庁内側", side: "inside" } })),
  "exchange-partner.add": standing(async () => ({ target: {}, input: await stranger() })),
  "exchange-partner.end": standing(async ({ app }) => ({ target: { id: await partner(app) } })),
  "bundle.make": standing(async ({ app }) => ({ target: { kinds }, input: { partner: await partner(app) } })),
  "bundle.read": standing(async ({ app }) => ({ target: { id: await made(app) } })),
  "bundle.inspect": standing(() => ({ target: { kinds, bytes: new Uint8Array() } })),
  "bundle.take": standing(() => ({ target: { kinds }, input: { bytes: new Uint8Array() } })),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  exchange: "exchange.read",
  "exchange/card.json": "exchange.read",
  "exchange/:bundle/file": "bundle.read",
  "exchange/:bundle/list.txt": "bundle.read",
};
