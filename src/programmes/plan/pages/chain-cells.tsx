import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import {
  CLASS,
  DIRECTION,
  EVALUATION,
  GRADE,
  number,
  REASON,
  STATUS,
  sessionsAndPeople,
} from "../messages.ts";
import type { Chain, TargetState } from "../rules.ts";

export function IssueCell({ chain: { issue, evidence }, base }: { chain: Chain; base: string }) {
  if (!issue) return <span className="text-solid-gray-700">まだ結んでいません</span>;
  const [first] = evidence;
  return (
    <>
      <TextLink to={`${base}/issues/${issue.id}`}>{issue.title}</TextLink>
      {first ? (
        <p className="mt-1 text-dns-14N-130 text-solid-gray-800">
          根拠: {first.text}
          {evidence.length > 1 ? `　ほか${evidence.length - 1}件` : ""}
        </p>
      ) : (
        <p className="mt-1 text-dns-14N-130 text-solid-gray-700">根拠はまだありません</p>
      )}
    </>
  );
}

export function GoalCell({
  chain: { goal, issue, targets, initiative },
  base,
  mayEdit,
}: {
  chain: Chain;
  base: string;
  mayEdit: boolean;
}) {
  if (!goal && issue && mayEdit)
    return <TextLink to={`${base}/goals/new?issue=${issue.id}`}>目標を立てる</TextLink>;
  if (!goal && initiative && mayEdit)
    return <TextLink to={`${base}/initiatives/${initiative.id}/edit`}>目標に結ぶ</TextLink>;
  if (!goal) return <span className="text-solid-gray-700">目標はまだありません</span>;
  return (
    <>
      <p>{goal.title}</p>
      <ul className="mt-1">
        {targets.map((target) => (
          <li key={target.id} className="mt-2 text-dns-14N-130">
            <TextLink to={`${base}/targets/${target.id}`}>{target.item}</TextLink>
            <p className="mt-1 tabular-nums">{progressOf(target)}</p>
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <p className="mt-2 text-dns-14N-130">
          <TextLink to={`${base}/targets/new?goal=${goal.id}`}>目標値を決める</TextLink>
        </p>
      ) : null}
    </>
  );
}

const progressOf = (target: TargetState) =>
  `${number(target.baselineValue)}${target.unit} → ${number(target.targetValue)}${target.unit}${DIRECTION[target.direction]}（${target.targetYear}年度）　${target.class} ${CLASS[target.class]}`;

export function InitiativeCell({
  chain: { initiative, goal },
  base,
  mayEdit,
}: {
  chain: Chain;
  base: string;
  mayEdit: boolean;
}) {
  if (!initiative) {
    if (!goal || !mayEdit) return null;
    return <TextLink to={`${base}/initiatives/new?goal=${goal.id}`}>事業を計画する</TextLink>;
  }
  const names = initiative.organisations.map((one) => one.name);
  return (
    <>
      <TextLink to={`${base}/initiatives/${initiative.id}`}>{initiative.title}</TextLink>
      <p className="mt-1 text-dns-14N-130 text-solid-gray-800">
        {[names.join("＋"), STATUS[initiative.status]].filter(Boolean).join("　")}
      </p>
    </>
  );
}

export function TallyCell({ chain: { tally, initiative }, base }: { chain: Chain; base: string }) {
  const { all, next } = tally!;
  return (
    <p className="whitespace-nowrap tabular-nums">
      <TextLink to={`${base}/activities?initiative=${initiative!.id}`}>
        {sessionsAndPeople(all.sessions, all.participants)}
      </TextLink>
      {next ? <span className="block text-dns-14N-130">次: {showDateJa(next)}</span> : null}
    </p>
  );
}

/** The class of a goal's target stands once, not beside each of its initiatives. */
export function EvaluationCell({
  chain: { evaluations, targets },
  repeated,
}: {
  chain: Chain;
  repeated: boolean;
}) {
  const last = evaluations.at(-1);
  const [target] = targets;
  if (last)
    return (
      <p>
        {last.grade ? GRADE[last.grade] : EVALUATION[last.kind]}
        <span className="block text-dns-14N-130">{last.finding}</span>
      </p>
    );
  return target && !repeated ? (
    <p className="text-dns-14N-130" title={REASON[target.reason]}>
      {target.class} {CLASS[target.class]}
    </p>
  ) : null;
}
