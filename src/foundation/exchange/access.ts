import {
  anyOf,
  definePolicy,
  type Permit,
  roleAbove,
  services,
  signedIn,
} from "#foundation/authority/public.ts";

/**
 * Who keeps the installation: its bundles concern every area of it. What a module lets travel is given and taken by the same,
 * under the module's own policy.
 */
const operator = anyOf(roleAbove("administrator"), services("cli"));

export const exchangePolicy = definePolicy(
  {
    "exchange.read": operator,
    "exchange.begin": operator,
    "exchange-partner.add": operator,
    "exchange-partner.end": operator,
    "bundle.make": operator,
    "bundle.read": operator,
    "bundle.inspect": operator,
    "bundle.take": operator,
    "exchange.read-today": signedIn,
  },
  { quiet: ["exchange.read", "exchange.read-today"] },
);
export type ExchangePermit = Permit<keyof typeof exchangePolicy.rights>;
