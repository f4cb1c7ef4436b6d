import { areasAs, organisationsOf } from "#foundation/actors/public.ts";
import { getArea, getAreas, ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import { getOrganisations, listOrganisations } from "#foundation/organisations/public.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { policy } from "../access.ts";
import { publishedFigures } from "../figures/figure.usecases.server.ts";
import { TODAY } from "../model/prevention.messages.ts";
import { hereIn } from "../target.usecases.server.ts";
import { countOpenCalls } from "../workplaces/call.store.server.ts";
import { isCheckDue } from "./hotline.rules.ts";
import { selectHotlineChecks } from "./support.store.server.ts";
import { checkedHotlines, namedGroups } from "./support.usecases.server.ts";

/** What anybody may read: help first, then groups as they wish it, then five years in numbers. */
export const readPublicPage = query({
  name: "prevention.read-public",
  ...hereIn(),
  async run(permit, _, app) {
    const area = await getArea(permit, permit.subject.area);
    const centres = await listOrganisations(permit, { area: area.id, sector: "public_health_centre" });
    return ok({
      area: { slug: area.slug, name: area.name },
      // A number that nobody has read in a notice or called yet is given to nobody.
      hotlines: (await checkedHotlines(permit)).filter(
        ({ checked, checkedOn }) => checked || checkedOn !== null,
      ),
      desks: centres
        .filter(({ published, phone }) => published && phone !== "")
        .map(({ name, phone }) => ({ name, phone })),
      groups: await namedGroups(permit, app),
      figures: (await publishedFigures(permit)) ?? null,
    });
  },
});

/** At which door of which office somebody works. */
export const listPreventionOffices = query({
  name: "prevention.list-offices",
  ...ofToday(policy),
  async run(permit) {
    const of = async (...roles: Parameters<typeof organisationsOf>[1] & object) =>
      [...(await getOrganisations(permit, organisationsOf(permit.actor, roles))).values()].map(
        ({ id, name }) => ({ id: id as string, name }),
      );
    const [councils, desks] = [
      areasAs(permit.actor, "coordinator", "member"),
      areasAs(permit.actor, "caseworker", "supervisor", "reception"),
    ];
    const places = await getAreas(permit, [...councils, ...desks]);
    const named = (ids: typeof councils) =>
      ids.map((id) => places.get(id)!).map(({ slug, name }) => ({ slug, name }));
    return ok({
      areas: named(councils),
      desks: named(desks),
      paths: await of("caseworker", "supervisor"),
      conferences: await of("coordinator", "supervisor"),
      stocks: await of("coordinator", "provider", "member", "supervisor"),
    });
  },
});

/** Calls that wait, and numbers that nobody has called for a year. A title says nothing of what it is about. */
export const preventionToday = query({
  name: "prevention.read-today",
  ...ofToday(policy),
  async run(permit) {
    const items: TodayItem[] = [];
    const desks = areasAs(permit.actor, "caseworker", "supervisor", "reception");
    const offices = areasAs(permit.actor, "coordinator");
    const places = await getAreas(permit, [...new Set([...desks, ...offices])]);
    const today = permit.clock.today();
    for (const { areaId, calls, first } of await countOpenCalls(permit, desks))
      items.push({
        ...{
          urgency: first !== null && first < today ? "overdue" : "today",
          title: TODAY.calls(Number(calls)),
          detail: places.get(areaId)!.name,
        },
        action: { to: `/areas/${places.get(areaId)!.slug}/call-backs`, label: TODAY.open },
      });
    const checks = await selectHotlineChecks(permit, offices);
    for (const area of offices) {
      const due = HOTLINES.filter(({ key }) =>
        isCheckDue(
          checks.find((one) => one.areaId === area && one.hotline === key)?.checkedOn ?? null,
          today,
        ),
      ).length;
      const { slug, name } = places.get(area)!;
      if (due > 0)
        items.push({
          ...{ urgency: "waiting", title: TODAY.hotlines(due), detail: name },
          action: { to: `/areas/${slug}/prevention/support`, label: TODAY.open },
        });
    }
    return ok(items);
  },
});
