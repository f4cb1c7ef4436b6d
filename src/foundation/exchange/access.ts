import {
  anyOf,
  definePolicy,
  type Permit,
  roleAbove,
  services,
  signedIn,
} from "#foundation/authority/public.ts";

/** Who keeps the installation: its bundles concern every area of it. */
const operator = anyOf(roleAbove("administrator"), services("cli"));
const exchange = services("exchange");

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
    "bundle.compose": exchange,
    "bundle.unpack": exchange,
    "exchange.read-today": signedIn,
  },
  { quiet: ["exchange.read", "exchange.read-today"] },
);
export type ExchangePermit = Permit<keyof typeof exchangePolicy.rights>;
