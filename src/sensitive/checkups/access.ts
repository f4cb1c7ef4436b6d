import { roleAnywhere } from "#foundation/actors/public.ts";
import {
  anyOf,
  anyone,
  definePolicy,
  type Permit,
  type Rule,
  roleHere,
  services,
  signedIn,
} from "#foundation/authority/public.ts";

const analyst = roleHere("analyst");
/** The secretariat sees what was agreed and asks of what is published; single results are the analyst's. */
const around = anyOf(roleHere("analyst", "coordinator"));
const analystSomewhere: Rule = (actor) => roleAnywhere(actor, ["analyst"]);
const work = services("import");

export const checkupPolicy = definePolicy(
  {
    "provider-agreement.list": around,
    "provider-agreement.save": analyst,
    "provider-agreement.end": analyst,
    "provider-agreement.erase": analyst,
    "checkup-import.list-areas": analystSomewhere,
    "checkup-import.list-waiting": signedIn,
    "checkup-import.list": analyst,
    "checkup-import.read": analyst,
    "checkup-import.read-rejected": analyst,
    "checkup-import.begin": analyst,
    "checkup-import.match": analyst,
    "checkup-import.check": analyst,
    "checkup-import.take": analyst,
    "checkup-import.cancel": analyst,
    "checkup-import.withdraw": analyst,
    "checkup-import.run": work,
    "checkup-import.fail": work,
    "checkup-import.list-under-way": work,
    "checkup-cube.recount": analyst,
    "checkup-cube.count-next": work,
    "checkup-cube.list-areas": work,
    "checkup-edition.read-form": around,
    "checkup-edition.publish": analyst,
    "checkup-picture.read": anyone,
    "checkup-question.ask": around,
    "checkup-question.save": around,
    "checkup-question.delete": around,
  },
  {
    quiet: [
      "checkup-picture.read",
      "checkup-import.list-areas",
      "checkup-import.list-waiting",
      "checkup-import.list-under-way",
      "checkup-cube.list-areas",
      "provider-agreement.list",
      "checkup-edition.read-form",
    ],
    sensitive: true,
  },
);

export type CheckupPermit = Permit<keyof typeof checkupPolicy.rights>;
