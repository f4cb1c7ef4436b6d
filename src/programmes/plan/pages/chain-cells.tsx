import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import type { ChainLine } from "../model/plan.present.ts";

type Props = { line: ChainLine; base: string; mayEdit: boolean };

export function IssueCell({ line: { issue, evidence, moreEvidence }, base }: Omit<Props, "mayEdit">) {
  if (!issue) return <span className="text-solid-gray-700">未設定</span>;
  return (
    <>
      <TextLink to={`${base}/issues/${issue.id}`}>{issue.title}</TextLink>
      <p className="mt-1 text-dns-14N-130 text-solid-gray-800">
        {evidence ? `根拠: ${evidence}` : "根拠はまだありません"}
        {moreEvidence > 0 ? `　ほか${moreEvidence}件` : ""}
      </p>
    </>
  );
}

export function GoalCell({ line: { goal, issue, targets, initiative }, base, mayEdit }: Props) {
  if (!goal && issue && mayEdit)
    return <TextLink to={`${base}/goals/new?issue=${issue.id}`}>目標を設定する</TextLink>;
  if (!goal && initiative && mayEdit)
    return <TextLink to={`${base}/initiatives/${initiative.id}/edit`}>目標を設定する</TextLink>;
  if (!goal) return <span className="text-solid-gray-700">目標はまだありません</span>;
  return (
    <>
      <TextLink to={`${base}/goals/${goal.id}`}>{goal.title}</TextLink>
      {targets.length > 0 ? (
        <ul className="mt-1">
          {targets.map((target) => (
            <li key={target.id} className="mt-2 text-dns-14N-130">
              <TextLink to={`${base}/targets/${target.id}`}>{target.item}</TextLink>
              <p className="mt-1 tabular-nums">{target.progress}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {mayEdit ? (
        <p className="mt-2 text-dns-14N-130">
          <TextLink to={`${base}/targets/new?goal=${goal.id}`}>目標値を設定する</TextLink>
        </p>
      ) : null}
    </>
  );
}

export function InitiativeCell({ line: { initiative, goal }, base, mayEdit }: Props) {
  if (!initiative) {
    if (!goal || !mayEdit) return null;
    return <TextLink to={`${base}/initiatives/new?goal=${goal.id}`}>事業を計画する</TextLink>;
  }
  return (
    <>
      <TextLink to={`${base}/initiatives/${initiative.id}`}>{initiative.title}</TextLink>
      <p className="mt-1 text-dns-14N-130 text-solid-gray-800">{initiative.detail}</p>
    </>
  );
}

export function TallyCell({ line: { tally, initiative }, base }: Omit<Props, "mayEdit">) {
  if (!tally || !initiative) return null;
  return (
    <p className="whitespace-nowrap tabular-nums">
      {tally.text === "―" ? (
        tally.text
      ) : (
        <TextLink to={`${base}/activities?initiative=${initiative.id}`}>{tally.text}</TextLink>
      )}
      {tally.next ? <span className="block text-dns-14N-130">次: {showDateJa(tally.next)}</span> : null}
    </p>
  );
}
