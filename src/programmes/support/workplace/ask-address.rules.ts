import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { servicesOn } from "../model/chisanpo.rules.ts";
import { NEED_SERVICES, NEEDS } from "../model/request-form.messages.ts";

/** The services of the occupational health centre, each with the address of the form that has it chosen and says nothing else. */
export const servicesToAsk = (slug: string, today: PlainDate) =>
  servicesOn(today).flatMap(({ key, ja, precondition }) => {
    const need = NEEDS.find((one) => NEED_SERVICES[one].includes(key));
    const to = `/areas/${slug}/ask?${new URLSearchParams({ ...(need ? { need } : {}), wanted: `service:${key}` })}`;
    return need ? [{ key, label: ja, note: precondition, to }] : [];
  });
