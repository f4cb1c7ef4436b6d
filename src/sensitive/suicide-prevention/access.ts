import {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  type Permit,
  type Rule,
  roleHere,
  roleIn,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

/** `organisation` is the office at whose door something is done. */
export type PreventionSubject = Subject & Readonly<{ organisation?: OrganisationId }>;

const own = ({ organisation }: PreventionSubject) => organisation;
const secretariat = roleHere("coordinator");
const council = roleHere("coordinator", "member");
const desk = roleHere("caseworker", "supervisor", "reception");
const casework = roleIn<PreventionSubject>(own, "caseworker", "supervisor");
/** Who keeps case conferences: closed to everybody else, members of the council too. */
const closed = roleIn<PreventionSubject>(own, "coordinator", "supervisor");
const office = roleIn<PreventionSubject>(own, "coordinator", "provider", "member", "supervisor");
/** A bereaved family, by the link of a sheet that knows no number. */
const family: Rule<PreventionSubject> = holderOf("bereaved-voice");
const upkeep = services("prevention-upkeep");

export const policy = definePolicy(
  {
    "prevention.read-public": anyone,
    "prevention.read-today": signedIn,
    "prevention.list-offices": signedIn,
    "prevention.read": council,
    "prevention-figure.import": secretariat,
    "prevention-figure.withdraw": secretariat,
    "prevention-figure.publish": secretariat,
    "prevention-five.save": secretariat,
    "prevention-path.list": casework,
    "prevention-path.note": casework,
    "prevention-voice.give-sheet": casework,
    "prevention-voice.read-form": family,
    "prevention-voice.answer": family,
    "prevention-conference.list": closed,
    "prevention-conference.add": closed,
    "prevention-conference.second": closed,
    "prevention-stock.read": council,
    "prevention-stock.read-form": office,
    "prevention-stock.save": office,
    "prevention-stock.plan": secretariat,
    "prevention-stock.list-gaps": anyOf(secretariat, services("cli")),
    "prevention-call.ask": anyone,
    "prevention-call.list": desk,
    "prevention-call.done": desk,
    "prevention-call.forget": upkeep,
    "prevention-hotline.check": secretariat,
    "prevention.read-support": council,
    "prevention-group.save": secretariat,
    "prevention-trained.add": secretariat,
    "prevention-trained.remove": secretariat,
  },
  {
    // An entry of the log would tell when a family answered, or that somebody asked for help.
    quiet: [
      "prevention.read-public",
      "prevention.read-today",
      "prevention.list-offices",
      "prevention.read",
      "prevention-stock.read",
      "prevention-stock.read-form",
      "prevention-stock.list-gaps",
      "prevention.read-support",
      "prevention-voice.read-form",
      "prevention-voice.answer",
      "prevention-call.ask",
    ],
    sensitive: true,
  },
);

export type PreventionPermit = Permit<keyof typeof policy.rights, PreventionSubject>;
