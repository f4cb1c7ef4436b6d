import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { ActivityImport } from "../import/activity-import.commands.server.ts";
import { IMPORT } from "../import/activity-import.messages.ts";
import { activityKindLabel, orDash, sessionsAndPeople, showYear } from "../model/plan.messages.ts";

const SHOWN = 50;

/** What the page shows of a table that was read: of many rows the first. */
export function importShown({ changes, problems, ...read }: ActivityImport, done: boolean) {
  return {
    added: read.added,
    changed: read.changed,
    same: read.same,
    passedOver: read.passedOver,
    unread: read.unread,
    done,
    problems: problems.slice(0, SHOWN),
    moreProblems: Math.max(0, problems.length - SHOWN),
    rows: changes.slice(0, SHOWN).map(({ line, activity, before }) => ({
      line,
      when: activity.isTotal ? showYear(Number(activity.from.slice(0, 4))) : activity.from,
      kind: activityKindLabel(activity.kind),
      title: activity.isTotal ? "" : activity.title,
      sessions: activity.sessions,
      participants: activity.participants,
      before: before && sessionsAndPeople(before.sessions, before.participants),
    })),
    moreRows: Math.max(0, changes.length - SHOWN),
  };
}
type Shown = ReturnType<typeof importShown>;

/** What has to be mended before anything is taken over. */
export function ImportProblems({ read: { problems, moreProblems } }: { read: Shown }) {
  return (
    <Section
      title={`直すところ ${(problems.length + moreProblems).toLocaleString("ja-JP")}`}
      lead="何も取り込んでいません。表を直して、もう一度選んでください。"
    >
      <ul className="max-w-3xl border-t border-solid-gray-300">
        {problems.map(({ line, column, value, sentence }) => (
          <li key={`${line}-${column}-${sentence}`} className="border-b border-solid-gray-300 py-3">
            <span className="mr-3 text-std-16B-170">{IMPORT.where(line, column, value)}</span>
            {sentence}
          </li>
        ))}
      </ul>
      {moreProblems > 0 ? <p>ほかに{moreProblems.toLocaleString("ja-JP")}件あります。</p> : null}
    </Section>
  );
}

/** What a table would change, or changed. */
export function ImportRows({ read }: { read: Shown }) {
  const { rows, moreRows, added, changed, same, passedOver, unread, done } = read;
  return (
    <Section title={done ? "取り込んだもの" : "取り込むもの"} lead={IMPORT.effects(added, changed, same)}>
      {passedOver > 0 ? <p>{IMPORT.passedOver(passedOver)}</p> : null}
      {unread.length > 0 ? <p>{IMPORT.unread(unread)}</p> : null}
      {rows.length === 0 ? (
        <Notice title={same > 0 ? IMPORT.nothingNew : IMPORT.nothing} />
      ) : (
        <Table
          caption="行ごとの内容"
          hideCaption
          rows={rows}
          rowKey={(row) => String(row.line)}
          columns={[
            { key: "line", head: "行", align: "right", cell: (row) => row.line.toLocaleString("ja-JP") },
            { key: "when", head: "年度・日", cell: (row) => row.when },
            { key: "kind", head: "種類", cell: (row) => row.kind },
            { key: "title", head: "名称", cell: (row) => row.title },
            {
              key: "sessions",
              head: "回数",
              unit: "回",
              align: "right",
              cell: (row) => orDash(row.sessions),
            },
            {
              key: "participants",
              head: "参加者",
              unit: "人",
              align: "right",
              cell: (row) => orDash(row.participants),
            },
            {
              key: "effect",
              head: "すること",
              cell: (row) => (row.before === null ? "新しく" : `書き換え（もとは ${row.before}）`),
            },
          ]}
        />
      )}
      {moreRows > 0 ? <p>ほかに{moreRows.toLocaleString("ja-JP")}行あります。</p> : null}
    </Section>
  );
}
