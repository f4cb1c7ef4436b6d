import { service } from "#foundation/actors/public.ts";
import { type Examples, type PageGuards, standing } from "#foundation/authority/testing.ts";
import type { App } from "#platform/app.ts";
import { cardOf, fingerprintOf, makeBundleKeys, publicKeysOf } from "#platform/bundles/bundle-keys.ts";
import { sealBundle } from "#platform/bundles/sealed-bundle.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { makeBundle } from "./making.commands.server.ts";
import { readExchange } from "./overview.queries.server.ts";
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

/** A bundle of a new partner for this installation, with nothing in it. */
async function arrived(app: App): Promise<Uint8Array> {
  await partner(app);
  const keys = await makeBundleKeys();
  const own = await publicKeysOf(keys);
  const typed = {
    card: JSON.stringify(cardOf("見本の公開側", "outside", own)),
    fingerprint: fingerprintOf(own),
  };
  expectOk(await addPartner(app, CLI, {}, typed));
  const { card } = expectOk(await readExchange(app, CLI, {})).own!;
  const said = { id: newId() as string, number: 1, madeAt: app.clock.now().toISOString(), acknowledges: [] };
  return sealBundle(keys, card, said, new Map());
}

/** How the role matrix tries the exchange. */
export const examples: Examples = {
  "exchange.read": standing(() => ({ target: {} })),
  "exchange.read-today": standing(() => ({ target: {} })),
  "exchange.begin": standing(() => ({
    target: {},
    input: { name: "見本の庁内側", side: "inside", renew: "true" },
  })),
  "exchange-partner.add": standing(async ({ app }) => {
    await partner(app);
    return { target: {}, input: await stranger() };
  }),
  "exchange-partner.end": standing(async ({ app }) => ({ target: { id: await partner(app) } })),
  "bundle.make": standing(async ({ app }) => ({ target: { kinds }, input: { partner: await partner(app) } })),
  "bundle.read": standing(async ({ app }) => ({ target: { id: await made(app) } })),
  "bundle.inspect": standing(async ({ app }) => ({ target: { kinds, bytes: await arrived(app) } })),
  "bundle.take": standing(async ({ app }) => ({ target: { kinds }, input: { bytes: await arrived(app) } })),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  exchange: "exchange.read",
  "exchange/card.json": "exchange.read",
  "exchange/:bundle/file": "bundle.read",
  "exchange/:bundle/list.txt": "bundle.read",
};
