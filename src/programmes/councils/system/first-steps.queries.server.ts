import type { AreaId } from "#platform/kernel/ids.ts";
import type { TodayItem } from "#platform/web/today.ts";
import type { CouncilPermit } from "../access.ts";
import { selectBeginnings } from "./today.store.server.ts";

/** What a secretariat has still to do before its council can meet, in order; nothing once it has. */
export async function firstSteps(permit: CouncilPermit, area: AreaId, home: string): Promise<TodayItem[]> {
  const { bodies, members, withMail, meetings } = await selectBeginnings(permit, area);
  const step = (title: string, detail: string, to: string, label: string): TodayItem => ({
    ...{ urgency: "begin", title, detail, action: { to, label } },
  });
  return [
    ...(bodies === 0 || members === 0
      ? [step("協議会と委員を登録する", "会議の案内と出欠のもとになります", home, "登録する")]
      : []),
    ...(members > 0 && withMail < members
      ? [
          step(
            "委員のメールアドレスを登録する",
            `未登録 ${members - withMail}／${members}団体。未登録の委員には電話で確認します`,
            home,
            "登録する",
          ),
        ]
      : []),
    ...(meetings === 0
      ? [step("会議を登録する", "候補日を入力すると、日程調整を送れます", home, "登録する")]
      : []),
  ];
}
