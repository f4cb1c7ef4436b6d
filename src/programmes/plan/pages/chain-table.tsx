import type { ReactNode } from "react";
import type { Chain } from "../rules.ts";
import { EvaluationCell, GoalCell, InitiativeCell, IssueCell, TallyCell } from "./chain-cells.tsx";

const HEADS = ["健康課題", "目標", "事業", "活動", "評価"] as const;

/** One chain of the plan, read from left to right; below each other on a phone. */
export function ChainTable({
  chains,
  base,
  mayEdit,
}: {
  chains: readonly Chain[];
  base: string;
  mayEdit: boolean;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="my-4 overflow-x-auto" aria-label="計画のつながり" tabIndex={0}>
      <table className="w-full min-w-4xl border-collapse text-std-16N-170">
        <caption className="sr-only">健康課題から評価まで、左から右に読みます</caption>
        <thead>
          <tr className="border-y border-solid-gray-420 bg-solid-gray-50 text-left">
            {HEADS.map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-std-16B-170">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chains.map((chain, index) => (
            <tr key={chain.key} className="border-b border-solid-gray-200 align-top">
              <Cell wide>
                {sameIssue(chain, chains[index - 1]) ? <Above /> : <IssueCell chain={chain} base={base} />}
              </Cell>
              <Cell wide>
                {sameGoal(chain, chains[index - 1]) ? (
                  <Above />
                ) : (
                  <GoalCell chain={chain} base={base} mayEdit={mayEdit} />
                )}
              </Cell>
              <Cell wide>
                <InitiativeCell chain={chain} base={base} mayEdit={mayEdit} />
              </Cell>
              <Cell>{chain.tally ? <TallyCell chain={chain} base={base} /> : null}</Cell>
              <Cell>
                <EvaluationCell chain={chain} repeated={sameGoal(chain, chains[index - 1])} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const sameIssue = (chain: Chain, before: Chain | undefined) =>
  chain.issue !== null && before?.issue?.id === chain.issue.id;
const sameGoal = (chain: Chain, before: Chain | undefined) =>
  chain.goal !== null && before?.goal?.id === chain.goal.id;

function Cell({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return <td className={`px-3 py-3 ${wide ? "w-1/4" : ""}`}>{children}</td>;
}

function Above() {
  return (
    <>
      <span aria-hidden="true" className="text-solid-gray-536">
        〃
      </span>
      <span className="sr-only">上と同じ</span>
    </>
  );
}
