import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import type { PlanGoal, PlanGroup } from "../model/plan.present.ts";
import { TargetBar } from "./target-bar.tsx";

type Place = { base: string; mayEdit: boolean; fresh: string | null };

/** What was just saved is marked, and its address leads to it. */
const marked = (id: string, fresh: string | null) =>
  id === fresh ? "scroll-mt-24 border-l-4 border-blue-900 bg-blue-50 pl-2" : "";
const COLUMNS = "desktop:grid desktop:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)] desktop:gap-x-4";
const GOAL = "desktop:grid desktop:grid-cols-[minmax(0,4fr)_minmax(0,9fr)] desktop:gap-x-6";

/** The plan by issue: each goal once with its targets, beside it its initiatives with what came of them. */
export function PlanGroups({ groups, ...place }: Place & { groups: readonly PlanGroup[] }) {
  return (
    <div className="my-6 print-wide">
      <div
        aria-hidden="true"
        className={`hidden border-b border-black pb-1 text-dns-14N-130 text-solid-gray-800 ${GOAL}`}
      >
        <span className="pl-12">目標</span>
        <span className={COLUMNS}>
          <span>事業（主管・連携機関）</span>
          <span>活動</span>
          <span>評価</span>
        </span>
      </div>
      {groups.map((group, index) => (
        <section key={group.key} className="border-b border-solid-gray-420 py-3">
          <h2 className="flex items-start gap-3 text-std-18B-160">
            {group.issue ? (
              <span
                aria-hidden="true"
                className="inline-flex size-7 shrink-0 items-center justify-center rounded-full border-2 border-[#b2461e] text-oln-16B-100 text-[#b2461e]"
              >
                {index + 1}
              </span>
            ) : null}
            {group.issue ? (
              <TextLink to={`${place.base}/issues/${group.issue.id}`}>{group.issue.title}</TextLink>
            ) : (
              "健康課題が未設定"
            )}
          </h2>
          {group.issue ? (
            <p className="pl-10 text-dns-14N-130 text-solid-gray-800">
              {group.evidence ? `根拠：${group.evidence}` : "根拠は未登録"}
              {group.moreEvidence > 0 ? `　ほか${group.moreEvidence}件` : ""}
            </p>
          ) : null}
          {group.goals.map((goal) => (
            <Goal key={goal.key} of={goal} issue={group.issue?.id} {...place} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Goal({ of, issue, base, mayEdit, fresh }: Place & { of: PlanGoal; issue: string | undefined }) {
  const { goal, targets, initiatives } = of;
  return (
    <div className={`mt-3 border-t border-solid-gray-200 pt-2 ${GOAL}`}>
      <div className="border-[#b2461e] pl-3 desktop:ml-3 desktop:border-l-2 desktop:pl-6">
        {goal ? (
          <h3 className="text-std-16B-170">
            <TextLink to={`${base}/goals/${goal.id}`}>{goal.title}</TextLink>
          </h3>
        ) : (
          <p className="text-solid-gray-800">目標は未設定</p>
        )}
        {!goal && issue && mayEdit ? (
          <span className="no-print">
            <TextLink to={`${base}/goals/new?issue=${issue}`}>目標を設定する</TextLink>
          </span>
        ) : null}
        {targets.map((target) => (
          <div key={target.id} id={`part-${target.id}`} className={marked(target.id, fresh)}>
            <TargetBar
              target={target}
              title={<TextLink to={`${base}/targets/${target.id}`}>{target.item}</TextLink>}
            />
          </div>
        ))}
        {goal && targets.length === 0 ? (
          <p className="mt-1 text-dns-14N-130">
            目標値 未設定{" "}
            {mayEdit ? (
              <TextLink to={`${base}/targets/new?goal=${goal.id}`}>目標値を設定する</TextLink>
            ) : null}
          </p>
        ) : null}
      </div>
      <ul>
        {initiatives.map((one) => (
          <li
            key={one.id}
            id={`part-${one.id}`}
            className={`break-inside-avoid border-b border-solid-gray-200 py-2 last:border-b-0 ${COLUMNS} ${marked(one.id, fresh)}`}
          >
            <div>
              <TextLink to={`${base}/initiatives/${one.id}`}>{one.title}</TextLink>
              <p className="text-dns-14N-130 text-solid-gray-800">
                {[one.organisations, one.status].filter(Boolean).join("　")}
              </p>
            </div>
            <div className="tabular-nums">
              {one.tally === "―" ? (
                <span className="text-dns-14N-130 text-solid-gray-800">活動の記録なし</span>
              ) : (
                <TextLink to={`${base}/activities?initiative=${one.id}`}>{one.tally}</TextLink>
              )}
              {one.next ? <p className="text-dns-14N-130">次回 {showDateJa(one.next)}</p> : null}
            </div>
            <div>
              {one.evaluation ? (
                <>
                  {one.evaluation.word}
                  <p className="line-clamp-2 text-dns-14N-130 text-solid-gray-800">{one.evaluation.detail}</p>
                </>
              ) : (
                <span className="text-dns-14N-130 text-solid-gray-800">未評価</span>
              )}
            </div>
          </li>
        ))}
        {goal && mayEdit ? (
          <li className="no-print py-2 text-dns-14N-130">
            <TextLink to={`${base}/initiatives/new?goal=${goal.id}`}>事業を計画する</TextLink>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
