import {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  type Permit,
  roleAbove,
  roleHere,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";

export type EventSubject = Subject;

const secretariat = roleHere("coordinator");
const filling = anyOf(secretariat, services("demonstration"));
const staff = anyOf(
  filling,
  roleHere("provider", "member"),
  roleAbove("coordinator", "administrator", "auditor"),
);
const line = services("events");
/** Whoever signed up, by the link of the letter. */
const signedUp = anyOf(secretariat, holderOf("event-sign-up"));
/** Whoever stands at the door with the link of that event on a phone. */
const atDoor = anyOf(secretariat, holderOf("event-door"));

const looks = {
  "event.list": anyone,
  "event.read": anyone,
  "event.form": secretariat,
  "event.read-today": signedIn,
  "event.list-deleted": secretariat,
  "event.read-restored": secretariat,
  "event-sign-up.form": anyone,
  "event-line.list-due": line,
  "event-reminder.list-due": line,
  "event.read-days": signedIn,
  "event-calendar.read": anyone,
  "event.list-changes": anyone,
  "event-calendar.follow": anyone,
  "event-calendar.embed": anyone,
  "event-report.form": secretariat,
  "event-certificate.check": anyone,
};

/**
 * Anyone looks and signs up; whoever did follows that one sign-up by its link. The secretariat plans, announces, calls
 * off, sees who comes, reports and issues certificates; whoever holds the link of the door says who came.
 */
export const eventPolicy = definePolicy(
  {
    ...looks,
    "event.see-draft": staff,
    "event.save": filling,
    "event.copy": secretariat,
    "event.publish": filling,
    "event.withdraw": secretariat,
    "event.cancel": secretariat,
    "event.delete": secretariat,
    "event.restore": secretariat,
    "event-session.settle": secretariat,
    "event-sign-up.make": anyone,
    "event-sign-up.list": secretariat,
    "event-sign-up.read": signedUp,
    "event-sign-up.name": signedUp,
    "event-sign-up.accept": signedUp,
    "event-sign-up.cancel": signedUp,
    "event-line.serve": line,
    "event-reminder.send": line,
    "event-door.open": secretariat,
    "event-door.read": atDoor,
    "event-door.check-in": atDoor,
    "event-door.check-out": atDoor,
    "event-door.undo": atDoor,
    "event-door.walk-in": atDoor,
    "event-tally.press": atDoor,
    "event-report.save": secretariat,
    "event-certificate.list": secretariat,
    "event-certificate.issue": secretariat,
    "event-certificate.correct": secretariat,
    "event-certificate.file": secretariat,
  },
  { quiet: Object.keys(looks) as (keyof typeof looks)[] },
);

export type EventAction = keyof typeof eventPolicy.rights;
export type EventPermit = Permit<EventAction, EventSubject>;
