import { z } from "zod";
import { ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { cardOf, fingerprintOf } from "#platform/bundles/bundle-keys.ts";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { exchangePolicy } from "./access.ts";
import { ofInstallation } from "./bundle.schema.ts";
import { findInstallation, selectBundles, selectPartners, selectRefusals } from "./bundle.store.server.ts";
import { DAYS_TO_ACKNOWLEDGE, gapsOf, unacknowledged } from "./ledger.rules.ts";
import { EXCHANGE } from "./messages.ts";

/** This installation, those with whom it exchanges, and what went and came. */
export const readExchange = query({
  name: "exchange.read",
  policy: exchangePolicy,
  target: z.object({}),
  subject: ofInstallation,
  async run(permit) {
    const own = await findInstallation(permit);
    const bundles = await selectBundles(permit);
    const partners = (await selectPartners(permit)).map(({ id, name, side, fingerprint }) => ({
      ...{ id, name, side, fingerprint },
      gaps: gapsOf(bundles.filter(({ partnerId }) => partnerId === id)),
    }));
    const names = new Map(partners.map(({ id, name }) => [id, name]));
    return ok({
      own: own && {
        ...{ name: own.name, side: own.side, fingerprint: fingerprintOf(own) },
        card: cardOf(own.name, own.side, own),
      },
      partners,
      bundles: bundles.map((one) => ({ ...one, partner: names.get(one.partnerId) ?? "" })),
      refusals: await selectRefusals(permit),
    });
  },
});

/** What the operator should look after: bundles of which nobody said that they came. */
export const exchangeToday = query({
  name: "exchange.read-today",
  ...ofToday(exchangePolicy),
  async run(permit) {
    if (exchangePolicy.may(permit.actor, "exchange.read", ofInstallation()) === undefined)
      return ok<readonly TodayItem[]>([]);
    const bundles = await selectBundles(permit);
    const items = (await selectPartners(permit)).flatMap(({ id, name }): TodayItem[] => {
      const own = bundles.filter(({ partnerId }) => partnerId === id);
      const [first] = unacknowledged(own, permit.clock.now()).toSorted((a, b) => a.number - b.number);
      if (!first) return [];
      return [
        {
          urgency: "waiting",
          title: EXCHANGE.today.unacknowledged(name, first.number),
          detail: EXCHANGE.today.detail,
          due: addDays(plainDateIn(first.madeAt, "Asia/Tokyo"), DAYS_TO_ACKNOWLEDGE),
          action: { to: "/exchange", label: EXCHANGE.today.go },
        },
      ];
    });
    return ok<readonly TodayItem[]>(items);
  },
});
