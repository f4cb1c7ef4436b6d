import { query } from "#foundation/authority/public.ts";
import { listOrganisations } from "#foundation/organisations/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { DUTY_OPTIONS } from "../referrals/duty.usecases.server.ts";
import { isReceiver } from "../targets/receiver.usecases.server.ts";
import { ofCase } from "../targets/target.usecases.server.ts";
import { CONSENT_LANGUAGES } from "./consent-text.usecases.server.ts";

/** What the forms of a consent and of a referral choose from: offices that may receive, languages of the text, duties. */
export const consentForm = query({
  name: "consent.read-form",
  ...ofCase(),
  async run(permit) {
    const activeOn = permit.clock.today();
    const offices = await listOrganisations(permit, { activeOn });
    // Those of the own area come first: they are whom somebody is led to as a rule.
    const isNear = ({ areaId }: { areaId: string }) => (areaId === permit.subject.area ? 0 : 1);
    return ok({
      offices: offices
        .filter((one) => one.id !== permit.subject.organisation && isReceiver(one))
        .toSorted((a, b) => isNear(a) - isNear(b))
        .map(({ id, name }) => ({ value: id as string, label: name })),
      languages: CONSENT_LANGUAGES,
      duties: DUTY_OPTIONS,
      today: activeOn,
    });
  },
});
