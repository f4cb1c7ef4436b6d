import type { ReactNode } from "react";
import type { ChainLine } from "../present.ts";
import { GoalCell, InitiativeCell, IssueCell, TallyCell } from "./chain-cells.tsx";

const HEADS = ["健康課題", "目標", "事業", "活動", "評価"] as const;

/** The plan, one chain a row, read from left to right. */
export function ChainTable({
  lines,
  base,
  mayEdit,
}: {
  lines: readonly ChainLine[];
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
          {lines.map((line) => (
            <tr key={line.key} className="border-b border-solid-gray-200 align-top">
              <Cell wide>{line.sameIssue ? <Above /> : <IssueCell line={line} base={base} />}</Cell>
              <Cell wide>
                {line.sameGoal ? <Above /> : <GoalCell line={line} base={base} mayEdit={mayEdit} />}
              </Cell>
              <Cell wide>
                <InitiativeCell line={line} base={base} mayEdit={mayEdit} />
              </Cell>
              <Cell>
                <TallyCell line={line} base={base} />
              </Cell>
              <Cell>
                {line.evaluation ? (
                  <p>
                    {line.evaluation.word}
                    <span className="block text-dns-14N-130">{line.evaluation.detail}</span>
                  </p>
                ) : null}
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

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
