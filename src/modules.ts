import { directory } from "#evidence/directory/module.ts";
import { indicators } from "#evidence/indicators/module.ts";
import { materials } from "#evidence/materials/module.ts";
import { publication } from "#evidence/publication/module.ts";
import { areas } from "#foundation/areas/module.ts";
import { attachments } from "#foundation/attachments/module.ts";
import { audit } from "#foundation/audit/module.ts";
import type { ActionWords, Kinds } from "#foundation/audit/public.ts";
import { authority } from "#foundation/authority/module.ts";
import { datasets } from "#foundation/datasets/module.ts";
import { exchange } from "#foundation/exchange/module.ts";
import { fhir } from "#foundation/fhir/module.ts";
import { help } from "#foundation/help/module.ts";
import { identity } from "#foundation/identity/module.ts";
import { letters } from "#foundation/letters/module.ts";
import type { ModuleWork, YuiModule } from "#foundation/modules/public.ts";
import { operation } from "#foundation/operation/module.ts";
import { organisations } from "#foundation/organisations/module.ts";
import { search } from "#foundation/search/module.ts";
import { senders } from "#foundation/senders/module.ts";
import { awards } from "#programmes/awards/module.ts";
import { councils } from "#programmes/councils/module.ts";
import { events } from "#programmes/events/module.ts";
import { lending } from "#programmes/lending/module.ts";
import { plan } from "#programmes/plan/module.ts";
import { pledges } from "#programmes/pledges/module.ts";
import { prefectures } from "#programmes/prefectures/module.ts";
import { support } from "#programmes/support/module.ts";
import { checkups } from "#sensitive/checkups/module.ts";
import { consultation } from "#sensitive/consultation/module.ts";
import { healthRecord } from "#sensitive/health-record/module.ts";
import { stressCheck } from "#sensitive/stress-check/module.ts";
import { suicidePrevention } from "#sensitive/suicide-prevention/module.ts";
import { surveys } from "#sensitive/surveys/module.ts";

/**
 * The one list of modules: what the house is put together from. A module adds itself here and says the rest in its
 * `module.ts`. Stores are filled in this order, so a module stands after those whose data it builds on.
 */
export const MODULES: readonly YuiModule[] = [
  areas,
  organisations,
  identity,
  audit,
  authority,
  letters,
  attachments,
  senders,
  search,
  help,
  exchange,
  operation,
  datasets,
  fhir,
  indicators,
  publication,
  directory,
  materials,
  plan,
  councils,
  support,
  events,
  lending,
  pledges,
  awards,
  prefectures,
  consultation,
  surveys,
  checkups,
  healthRecord,
  stressCheck,
  suicidePrevention,
];

/** What the actions of all modules are called in the audit log. */
export const ACTION_WORDS: ActionWords = Object.assign({}, ...MODULES.map(({ words }) => words));

/** What the audit log calls the types of things. */
export const KINDS: Kinds = Object.assign({}, ...MODULES.map(({ kinds }) => kinds));

/** What programs of anybody may read of all modules. */
export async function publishedByModules() {
  const all = (await modulesAtWork()).map(({ publishes = {} }) => publishes);
  return {
    datasets: all.flatMap(({ datasets: own = [] }) => own),
    keyed: all.flatMap(({ keyed = [] }) => keyed),
    services: all.flatMap(({ services = [] }) => services),
  };
}

let loaded: Promise<readonly ModuleWork[]> | undefined;

/** What all modules do, in the order of the list. */
export function modulesAtWork(): Promise<readonly ModuleWork[]> {
  loaded ??= Promise.all(MODULES.map(async ({ work }) => (await work?.()) ?? {}));
  return loaded;
}
