import { roleInArea, roleInOrganisation } from "#foundation/actors/public.ts";
import {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  type Permit,
  type Rule,
  roleAbove,
  roleHere,
  roleIn,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

/** `workplace` is the organisation that ordered, `sender` the one in whose name news go out. */
export type MaterialSubject = Subject &
  Readonly<{ workplace?: OrganisationId | null; sender?: OrganisationId | null }>;

const secretariat = roleHere("coordinator");
const filling = anyOf(secretariat, services("demonstration"));
const staff = anyOf(roleHere("provider", "member"), roleAbove("coordinator", "administrator", "auditor"));
/** Whoever ordered, by the link of a letter or by the account of their workplace. */
const ordered = anyOf<MaterialSubject>(
  holderOf("material-order"),
  roleIn<MaterialSubject>(({ workplace }) => workplace, "workplace", "provider", "member"),
);
/** An organisation writes its own news; a new issue is begun by any that works as a provider here. */
const writing: Rule<MaterialSubject> = (actor, { area, sender }) =>
  sender ? roleInOrganisation(actor, sender, ["provider"]) : roleInArea(actor, area, ["provider"]);
const senders = anyOf<MaterialSubject>(secretariat, writing);
const round = services("materials");

/** Looks at facts that concern no person. */
const looks = {
  "material.list": anyone,
  "material.read": anyone,
  "material.form": secretariat,
  "material.read-today": signedIn,
  "material.list-deleted": secretariat,
  "material.read-restored": secretariat,
  "material-edition.read": anyone,
  "material-edition.form": secretariat,
  "material-edition.file": anyone,
  "material-stock.read": staff,
  "leaflet.read": secretariat,
  "material-fact.list": secretariat,
  "material-fact.list-due": round,
  "material-order.choices": anyone,
  "material-reach.list": services("plan-counts"),
  "news.read": anyone,
  "news-issue.read": anyone,
  "news-issue.form": senders,
  "news-issue.list-due": round,
};

/**
 * Anyone looks, orders, opens a short link and joins the news. The secretariat keeps materials and their stock and sends
 * orders. Whoever ordered follows that one order. An organisation that supports workplaces here sends its own news.
 */
export const materialPolicy = definePolicy(
  {
    ...looks,
    "material.save": filling,
    "material.delete": secretariat,
    "material.restore": secretariat,
    "material-edition.save": filling,
    "material-edition.replace": secretariat,
    "material-edition.delete": secretariat,
    "leaflet.save": filling,
    "material-fact.add": filling,
    "material-fact.remove": secretariat,
    "material-fact.renew": secretariat,
    "material-fact.tell": round,
    "material-stock.move": filling,
    "material-order.make": anyone,
    "material-order.list": secretariat,
    "material-order.pick": secretariat,
    "material-order.read": anyOf<MaterialSubject>(secretariat, ordered),
    "material-order.cancel": anyOf<MaterialSubject>(secretariat, ordered),
    "material-order.report": anyOf<MaterialSubject>(secretariat, ordered),
    "material-order.send": secretariat,
    "material-order.refuse": secretariat,
    "material-link.add": filling,
    "material-link.open": anyone,
    "news-reader.join": anyone,
    "news-reader.confirm": holderOf("news-confirm"),
    "news-reader.leave": holderOf("news-leave"),
    "news-issue.save": senders,
    "news-issue.send": senders,
    "news-issue.deliver": round,
  },
  { quiet: [...(Object.keys(looks) as (keyof typeof looks)[]), "material-link.open"] },
);

export type MaterialAction = keyof typeof materialPolicy.rights;
export type MaterialPermit = Permit<MaterialAction, MaterialSubject>;
