import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import {
  Card,
  fingerprintOf,
  makeBundleKeys,
  publicKeysOf,
  typedFingerprint,
} from "#platform/bundles/bundle-keys.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { exchangePolicy } from "./access.ts";
import { BeginInput, ofInstallation, PartnerInput } from "./bundle.schema.ts";
import {
  endPartner,
  findInstallation,
  insertPartner,
  selectPartners,
  upsertInstallation,
} from "./bundle.store.server.ts";
import { EXCHANGE } from "./messages.ts";

const { errors } = EXCHANGE;

/**
 * Makes the keys of this installation. Made anew they replace those that stand, where that is meant: partners then have to be given
 * the new ones, and what is on its way to the old ones opens no more.
 */
export const beginExchange = command({
  name: "exchange.begin",
  policy: exchangePolicy,
  target: z.object({}),
  subject: ofInstallation,
  input: BeginInput,
  async run(permit, { name, side, renew }) {
    const before = await findInstallation(permit);
    if (before && !renew) return conflict(EXCHANGE.own.stands);
    if (before && before.side !== side) return invalid({ side: [EXCHANGE.errors.otherSide] });
    const keys = await makeBundleKeys();
    const own = await publicKeysOf(keys);
    await upsertInstallation(permit, { name, side, ...own }, keys);
    return ok({ fingerprint: fingerprintOf(own) });
  },
});

/** Takes in the public keys of another installation, by the fingerprint that came on paper. */
export const addPartner = command({
  name: "exchange-partner.add",
  policy: exchangePolicy,
  target: z.object({}),
  subject: ofInstallation,
  input: PartnerInput,
  async run(permit, { card: text, fingerprint: typed }) {
    const own = await findInstallation(permit);
    if (!own) return conflict(errors.begin);
    const card = cardIn(text);
    if (!card) return invalid({ card: [errors.card] });
    const fingerprint = fingerprintOf(card);
    if (fingerprint === fingerprintOf(own)) return invalid({ card: [errors.own] });
    if (card.side === own.side) return invalid({ card: [errors.sameSide] });
    if (typedFingerprint(typed) !== fingerprint) return invalid({ fingerprint: [errors.fingerprint] });
    const known = await selectPartners(permit);
    if (known.some((one) => one.fingerprint === fingerprint)) return invalid({ card: [errors.known] });
    return ok(await insertPartner(permit, { ...card, fingerprint }));
  },
});

function cardIn(text: string): Card | undefined {
  try {
    return Card.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Nothing is made for a partner that ended, and nothing taken from it. */
export const endOfPartner = command({
  name: "exchange-partner.end",
  policy: exchangePolicy,
  target: z.object({ id: rowId() }),
  subject: (_find, { id }) => ({ ...ofInstallation(), id }),
  async run(permit, { id }) {
    const { numUpdatedRows } = await endPartner(permit, id);
    return numUpdatedRows === 0n ? notFound("partner") : ok(undefined);
  },
});
