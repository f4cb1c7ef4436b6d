import { areasAs, organisationsOf } from "#foundation/actors/public.ts";
import { ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { ok } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { policy } from "../access.ts";
import { closedBefore } from "../erasure/erasure.rules.ts";
import { selectDoomed, yearsKept } from "../erasure/erasure.store.server.ts";
import { countUnseconded } from "../referrals/danger.store.server.ts";
import { CLIMB_DAYS, filterFor, SILENT_DAYS } from "./working-list.rules.ts";
import { countCases, countWaitingReferrals } from "./working-list.store.server.ts";

/** The page of today counts no further. */
const MOST_COUNTED = 1000;

/**
 * What waits for somebody at their offices: due today, overdue, referrals to be received; of a supervisor also what nobody
 * has done in time. Counts, no names.
 */
export const casesToday = query({
  name: "case.read-today",
  ...ofToday(policy),
  async run(permit) {
    const { actor, clock } = permit;
    const today = clock.today();
    const supervised = organisationsOf(actor, ["supervisor"]);
    const items: TodayItem[] = [];
    for (const office of organisationsOf(actor, ["caseworker", "supervisor"])) {
      const filter = filterFor(actor, today);
      const counts = await countCases(permit, office, filter);
      const referrals = await countWaitingReferrals(permit, office, filter);
      const cases = (which: string) => `/offices/${office}/cases?which=${which}`;
      const add = (count: number, urgency: TodayItem["urgency"], title: string, to: string) => {
        if (count > 0)
          items.push({
            urgency,
            title: `${title} ${count}件`,
            ...(urgency === "today" ? { due: today } : {}),
            action: { to, label: "開く" },
          });
      };
      const list = `/offices/${office}/referrals`;
      if (supervised.includes(office)) {
        const before = closedBefore(today, await yearsKept(permit, office));
        const doomed = await selectDoomed(permit, office, before, MOST_COUNTED);
        add(doomed.length, "know", "保存期間を過ぎた相談", `/offices/${office}/erasure`);
        add(referrals.unseconded, "overdue", "責任者の確認を待つ緊急の紹介", list);
        add(
          counts.climbed,
          "overdue",
          `期限を${CLIMB_DAYS}開庁日過ぎても対応していない相談`,
          cases("climbed"),
        );
      }
      add(referrals.receivedLate, "overdue", "受領の期限を過ぎた紹介", list);
      add(referrals.unanswered, "overdue", "回答の期限を過ぎた紹介", list);
      add(referrals.askedBack, "today", "紹介元が取下げを希望している紹介", list);
      add(counts.overdue, "overdue", "期限を過ぎた相談", cases("overdue"));
      add(counts.today, "today", "本日連絡する相談", cases("today"));
      add(referrals.received, "today", "受領していない紹介", list);
      add(referrals.sentLate, "waiting", "相手の機関が期限までに受領していない紹介", list);
      add(referrals.sentUnanswered, "waiting", "相手の機関が期限までに回答していない紹介", list);
      add(counts.new, "today", "担当者または最初の連絡が決まっていない相談", cases("new"));
      add(counts.silent, "know", `${SILENT_DAYS}日連絡のない相談`, cases("silent"));
    }
    const audited = areasAs(actor, "auditor");
    const waiting = audited.length > 0 ? await countUnseconded(permit, audited) : [];
    const offices = await getOrganisations(
      permit,
      waiting.map(({ organisationId }) => organisationId),
    );
    for (const { organisationId, count } of waiting)
      items.push({
        urgency: "know",
        title: `責任者の確認を待つ緊急の紹介（${offices.get(organisationId)?.name ?? ""}） ${count}件`,
        action: { to: "/audit?action=referral.send-for-danger", label: "監査記録を開く" },
      });
    return ok(items);
  },
});
