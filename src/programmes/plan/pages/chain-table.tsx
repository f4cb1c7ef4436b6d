import type { ReactNode } from "react";
import { ScrollsSideways } from "#ui/scroll.tsx";
import type { ChainLine } from "../model/plan.present.ts";
import { GoalCell, InitiativeCell, IssueCell, TallyCell } from "./chain-cells.tsx";

const HEADS = ["健康課題", "目標", "事業", "活動", "評価"] as const;

/** The plan, one chain a row, read from left to right; on a phone from top to bottom. */
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
    <ScrollsSideways label="計画のつながり" className="my-4">
      <table className="block w-full border-collapse text-std-16N-170 desktop:table">
        <caption className="sr-only">健康課題から評価までの一覧</caption>
        <thead className="hidden desktop:table-header-group">
          <tr className="border-y border-solid-gray-420 bg-solid-gray-50 text-left">
            {HEADS.map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-std-16B-170">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block desktop:table-row-group">
          {lines.map((line) => (
            <tr
              key={line.key}
              className="block border-b border-solid-gray-420 py-3 align-top desktop:table-row desktop:border-solid-gray-200"
            >
              <Cell head="健康課題" wide hiddenOnPhone={line.sameIssue}>
                {line.sameIssue ? <Above /> : <IssueCell line={line} base={base} />}
              </Cell>
              <Cell head="目標" wide hiddenOnPhone={line.sameGoal}>
                {line.sameGoal ? <Above /> : <GoalCell line={line} base={base} mayEdit={mayEdit} />}
              </Cell>
              <Cell head="事業" wide>
                <InitiativeCell line={line} base={base} mayEdit={mayEdit} />
              </Cell>
              <Cell head="活動" hiddenOnPhone={line.tally === null}>
                <TallyCell line={line} base={base} />
              </Cell>
              <Cell head="評価" hiddenOnPhone={line.evaluation === null}>
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
    </ScrollsSideways>
  );
}

/** A cell of the table; on a phone a part of a block, under its head, left out where it would say nothing. */
function Cell({
  head,
  children,
  wide = false,
  hiddenOnPhone = false,
}: {
  head: (typeof HEADS)[number];
  children: ReactNode;
  wide?: boolean;
  hiddenOnPhone?: boolean;
}) {
  return (
    <td
      className={`${hiddenOnPhone ? "hidden" : "block"} py-1 desktop:table-cell desktop:px-3 desktop:py-3 ${wide ? "desktop:w-1/4" : ""}`}
    >
      <span aria-hidden="true" className="block text-dns-14N-130 text-solid-gray-700 desktop:hidden">
        {head}
      </span>
      {children}
    </td>
  );
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
