import {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  type Permit,
  roleHere,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";

const secretariat = roleHere("coordinator");
const filling = anyOf(secretariat, services("demonstration"));
/** Whoever asked, by the link of that loan. */
const asked = anyOf(secretariat, holderOf("lending-loan"));

const looks = {
  "lending.list": anyone,
  "lending-loan.form": anyone,
  "lending.read-today": signedIn,
  "lending-stock.list": filling,
  "lending-stock.form": secretariat,
  "lending-use.read": secretariat,
  "lending-label.print": secretariat,
};

/** Anyone looks at what is free and asks; whoever asked follows that one loan by its link. The secretariat lends. */
export const lendingPolicy = definePolicy(
  {
    ...looks,
    "lending-office.save": filling,
    "lending-model.save": filling,
    "lending-unit.save": filling,
    "lending-unit.settle": secretariat,
    "lending-kit.save": filling,
    "lending-loan.ask": anyone,
    "lending-loan.list": secretariat,
    "lending-loan.read": asked,
    "lending-loan.move": asked,
    "lending-loan.cancel": asked,
    "lending-loan.promise": secretariat,
    "lending-loan.refuse": secretariat,
    "lending-loan.extend": secretariat,
    "lending-loan.hand-over": secretariat,
    "lending-loan.take-back": secretariat,
    "lending-unit.clean": secretariat,
  },
  { quiet: Object.keys(looks) as (keyof typeof looks)[] },
);

export type LendingAction = keyof typeof lendingPolicy.rights;
export type LendingPermit = Permit<LendingAction, Subject>;
