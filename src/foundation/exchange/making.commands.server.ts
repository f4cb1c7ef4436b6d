import { z } from "zod";
import { alsoDo, command, query } from "#foundation/authority/public.ts";
import { fingerprintOf } from "#platform/bundles/bundle-keys.ts";
import { sealBundle } from "#platform/bundles/sealed-bundle.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { exchangePolicy } from "./access.ts";
import { kindsOfHouse, MakeInput, ofInstallation } from "./bundle.schema.ts";
import {
  findInstallation,
  findKeys,
  findOutgoing,
  insertBundle,
  lockPartner,
  selectLedger,
} from "./bundle.store.server.ts";
import { travelling } from "./carried.schema.ts";
import { nextNumber, sinceOf } from "./ledger.rules.ts";
import { listText } from "./list.present.ts";
import { EXCHANGE } from "./messages.ts";

const MOST_ACKNOWLEDGED = 500;

/** Puts together and seals what a partner is to have: each module gives its own rows, under its own policy. */
export const makeBundle = command({
  name: "bundle.make",
  policy: exchangePolicy,
  target: z.object({ kinds: kindsOfHouse }),
  subject: ofInstallation,
  input: MakeInput,
  async run(permit, { kinds, partner: partnerId, whole }, app) {
    const own = await findInstallation(permit);
    const keys = await findKeys(permit);
    if (!own || !keys) return conflict(EXCHANGE.errors.begin);
    const partner = await lockPartner(permit, partnerId);
    if (!partner) return invalid({ partner: [EXCHANGE.errors.partner] });
    const ledger = await selectLedger(permit, partner.id);
    const since = whole ? null : sinceOf(ledger);
    const parts = [];
    for (const kind of travelling(kinds, own.side, "gives")) {
      const given = await alsoDo(permit, kind.give, { since }, undefined, app);
      if (!given.ok) return given;
      const rows = given.value.map((row) => kind.row.parse(JSON.parse(JSON.stringify(row))));
      if (rows.length > 0) parts.push({ kind, rows });
    }
    const acknowledged = ledger
      .filter(({ outgoing }) => !outgoing)
      .sort((a, b) => b.number - a.number)
      .slice(0, MOST_ACKNOWLEDGED);
    const said = {
      id: newId() as string,
      number: nextNumber(ledger, partner.heardNumber),
      madeAt: permit.clock.now(),
    };
    const list = listText({
      ...said,
      from: `${own.name}（${fingerprintOf(own)}）`,
      to: `${partner.name}（${partner.fingerprint}）`,
      acknowledges: acknowledged.map(({ number }) => number),
      parts,
    });
    const files = new Map([
      ["list.txt", Buffer.from(list)],
      ...parts.map(({ kind, rows }) => [`${kind.name}.json`, Buffer.from(JSON.stringify(rows))] as const),
    ]);
    const statement = {
      ...said,
      madeAt: said.madeAt.toISOString(),
      acknowledges: acknowledged.map(({ id, number, takenAt }) => ({
        ...{ id, number, takenAt: takenAt!.toISOString() },
      })),
    };
    const content = await sealBundle(keys, partner, statement, files);
    const counts = Object.fromEntries(parts.map(({ kind, rows }) => [kind.name, rows.length]));
    await insertBundle(permit, {
      ...{ ...said, partnerId: partner.id, outgoing: true, state: "made", takenAt: null },
      ...{ counts, list, content },
    });
    return ok({ id: said.id, number: said.number, counts });
  },
});

/** A bundle that was made, to be put onto a medium, and the paper that goes with it. */
export const readBundle = query({
  name: "bundle.read",
  policy: exchangePolicy,
  target: z.object({ id: rowId() }),
  subject: (_find, { id }) => ({ ...ofInstallation(), id }),
  async run(permit, { id }) {
    const found = await findOutgoing(permit, id);
    return found ? ok(found) : notFound("bundle");
  },
});
