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

/** `workplace` is the organisation for which a check was made by an account; of a person's check there is none. */
export type ActSubject = Subject & Readonly<{ workplace?: OrganisationId | null }>;

const secretariat = roleHere("coordinator");
/** Whoever made the check: by its link, or by the account of the workplace or organisation. */
const own = anyOf<ActSubject>(
  holderOf("act-check"),
  roleIn<ActSubject>(({ workplace }) => workplace, "workplace", "provider", "member"),
);

const filling = services("demonstration");

const looks = {
  "act.list": anyone,
  "act.read-today": signedIn,
  "act-check.form": anyone,
  "act-check.read": own,
  "act-check.sheet": own,
  "act-check.list": roleHere("workplace", "provider", "member"),
  "act-voice.form": holderOf("act-voice"),
  "act-question.list": secretariat,
  "pledge.list": secretariat,
};

/**
 * Anyone answers a check, and reads it again by its link. What a workplace undertakes is public once it wants that and the
 * secretariat has looked at it. The secretariat sees no answers.
 */
export const actPolicy = definePolicy(
  {
    ...looks,
    "act-check.make": anyone,
    "act-check.answer": own,
    "act-check.repeat": own,
    "act-check.share": own,
    "act-check.release": own,
    "act-check.delete": own,
    "act-step.take": own,
    "act-step.decline": own,
    "act-step.finish": own,
    "act-voice.say": holderOf("act-voice"),
    "pledge.make": anyOf<ActSubject>(own, filling),
    "pledge.withdraw": own,
    "pledge.finish": own,
    "pledge.show": anyOf(secretariat, filling),
    "pledge.refuse": secretariat,
    "pledge.plan": secretariat,
    "act-question.add": secretariat,
    "act-question.withdraw": secretariat,
  },
  { quiet: Object.keys(looks) as (keyof typeof looks)[] },
);
export type ActAction = keyof typeof actPolicy.rights;
export type ActPermit = Permit<ActAction, ActSubject>;
