import { z } from "zod";
import { getArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { text } from "#platform/kernel/form-fields.ts";
import { invalid, ok } from "#platform/kernel/result.ts";
import { servicesToAsk } from "#programmes/support/public.ts";
import { by } from "../cases/case.commands.server.ts";
import { insertCaseEvent } from "../cases/case.store.server.ts";
import { openedCase } from "../cases/writable-case.usecases.server.ts";
import { atOffice, ofCase } from "../targets/target.usecases.server.ts";

/** The services of the occupational health centre to which a case may lead. */
export const servicesOfOffice = query({
  name: "case.list-services",
  ...atOffice("case"),
  async run(permit) {
    const { slug } = await getArea(permit, permit.subject.area);
    const services = servicesToAsk(slug, permit.clock.today());
    return ok(services.map(({ key, label, note }) => ({ key, label, note })));
  },
});

/**
 * Leads to the form of the support team for one of these services, where the person agrees. The form gets the service and
 * nothing of the person or the case; the case keeps that it was asked for.
 */
export const leadToService = command({
  name: "case.lead-to-service",
  ...ofCase(),
  input: z.object({
    service: text("サービス", { most: 40 }),
    agreed: z.stringbool().default(false),
  }),
  async run(permit, { case: id, service, agreed }) {
    const held = await openedCase(permit, id);
    if (!held.ok) return held;
    const row = held.value;
    if (!agreed) return invalid({ agreed: ["ご本人の意向を確認してから、チェックを入れてください。"] });
    const { slug } = await getArea(permit, row.areaId as typeof permit.subject.area);
    const chosen = servicesToAsk(slug, permit.clock.today()).find(({ key }) => key === service);
    if (!chosen) return invalid({ service: ["一覧から選択してください。"] });
    await insertCaseEvent(permit, row, "service", { detail: service, by: by(permit) });
    return ok({ to: chosen.to });
  },
});
