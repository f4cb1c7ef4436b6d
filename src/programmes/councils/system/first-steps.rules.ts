import type { TodayItem } from "#platform/web/today.ts";

/** What the council of an area has of what it begins with, and where it stands. */
export type Beginning = Readonly<{
  home: string;
  bodies: number;
  members: number;
  withMail: number;
  meetings: number;
}>;

/**
 * What a secretariat has still to do before its council can meet, in order; nothing once it has. An office that serves several
 * districts begins in one of them: an empty one beside it asks for nothing.
 */
export function firstSteps(councils: readonly Beginning[]): TodayItem[] {
  const begun = councils.filter(({ bodies }) => bodies > 0);
  return (begun.length > 0 ? begun : councils.slice(0, 1)).flatMap(stepsOf);
}

function stepsOf({ home, bodies, members, withMail, meetings }: Beginning): TodayItem[] {
  const step = (title: string, detail: string): TodayItem => ({
    ...{ urgency: "begin", title, detail, action: { to: home, label: "登録する" } },
  });
  const steps: TodayItem[] = [];
  if (bodies === 0 || members === 0)
    steps.push(step("協議会と委員を登録する", "会議の案内と出欠のもとになります"));
  if (withMail < members)
    steps.push(
      step(
        "委員のメールアドレスを登録する",
        `未登録 ${members - withMail}／${members}団体。未登録の委員には電話で確認します`,
      ),
    );
  if (meetings === 0) steps.push(step("会議を登録する", "候補日を入力すると、日程調整を送れます"));
  return steps;
}
