import {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  type Permit,
  roleHere,
  roleIn,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

/** `workplace` is the organisation that entered by an account. */
export type AwardSubject = Subject & Readonly<{ workplace?: OrganisationId | null }>;

const secretariat = roleHere("coordinator");
const filling = services("demonstration");
/** Whoever entered, by the link or by the account of the workplace. */
const own = anyOf<AwardSubject>(
  holderOf("award-entry"),
  roleIn<AwardSubject>(({ workplace }) => workplace, "workplace"),
);
const entered = anyOf<AwardSubject>(secretariat, own);
const judge = holderOf("award-judge");

const looks = {
  "award-round.list": anyone,
  "award-round.read": anyone,
  "award-round.form": secretariat,
  "award-round.read-today": signedIn,
  "award-entry.form": anyone,
  "award-entry.read": entered,
  "award-judge.read": judge,
  "honour.list": anyone,
  "honour.check": anyone,
  "honour.certificate": entered,
  "honour.press": secretariat,
  "honour.compare": secretariat,
};

/**
 * Anyone looks and enters. The secretariat runs rounds, confirms what it saw, decides, gives and revokes. A judge scores by a
 * link, and never whom they are bound to.
 */
export const awardPolicy = definePolicy(
  {
    ...looks,
    "award-round.save": anyOf(secretariat, filling),
    "award-round.open": anyOf(secretariat, filling),
    "award-round.close": secretariat,
    "award-round.reopen": secretariat,
    "award-round.drop": secretariat,
    "award-round.decide": secretariat,
    "award-entry.list": secretariat,
    "award-entry.make": anyone,
    "award-entry.reuse": own,
    "award-entry.save": entered,
    "award-entry.submit": entered,
    "award-entry.withdraw": entered,
    "award-entry.confirm": secretariat,
    "award-entry.appeal": own,
    "award-entry.settle": secretariat,
    "award-judge.add": secretariat,
    "award-judge.remove": secretariat,
    "award-review.list": secretariat,
    "award-review.declare": judge,
    "award-review.score": judge,
    "honour.hand": secretariat,
    "honour.revoke": secretariat,
    "honour.renew": secretariat,
    "honour.flag": secretariat,
  },
  { quiet: Object.keys(looks) as (keyof typeof looks)[] },
);
export type AwardAction = keyof typeof awardPolicy.rights;
export type AwardPermit = Permit<AwardAction, AwardSubject>;
