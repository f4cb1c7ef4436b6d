import { getAreas } from "#foundation/areas/public.ts";
import { defineFound, type Hit } from "#foundation/search/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { type AwardSubject, awardPolicy } from "../access.ts";
import { ROUND, ROUND_STATE_NAMES } from "../model/award.messages.ts";
import { findableRounds, selectFoundRounds } from "./found-round.store.server.ts";

type FoundSubject = AwardSubject & Readonly<{ draft: boolean }>;

/** Calls for entries: for everybody once they are open, for the secretariat before. */
export const FOUND_ROUNDS = defineFound({
  kind: "award-round",
  name: { ja: "表彰・登録の募集", en: "Awards (in Japanese)" },
  position: 67,
  may: (actor, subject: FoundSubject) =>
    awardPolicy.may(actor, subject.draft ? "award-round.form" : "award-round.read", subject),
  rows: findableRounds,
  async show(permit, keys) {
    const found = await selectFoundRounds(permit, keys);
    const areas = await getAreas(
      permit,
      found.map(({ areaId }) => areaId as AreaId),
    );
    return found.map((one): Hit<FoundSubject> => {
      const area = areas.get(one.areaId as AreaId);
      const closes = `${ROUND.closes} ${showDateJa(one.closesOn)}`;
      return {
        ...{ areaId: one.areaId as AreaId, id: one.id, title: one.title },
        note: [ROUND_STATE_NAMES[one.state], closes, area?.name].filter(Boolean).join("・"),
        to: `/areas/${area?.slug ?? one.areaId}/awards/${one.id}`,
        subject: {
          ...{ type: "award-round", id: one.id, area: one.areaId as AreaId },
          draft: one.state === "draft",
        },
      };
    });
  },
});
