import type { ReactNode } from "react";
import { ButtonLink } from "../button.tsx";
import { CommandForm } from "../form.tsx";
import { Notice } from "../notice.tsx";
import { Section } from "../page.tsx";
import { NextPage, Table } from "../table.tsx";
import { Answered, Apart, Questions } from "./questions.tsx";
import { type ImportShown, WORDS } from "./words.ts";

/** What an import would change or has changed, its bad rows, and what can be done now. */
export function Findings({
  one,
  prefix,
  here,
  answer,
  done,
  children,
}: {
  one: ImportShown;
  prefix: string;
  here: string;
  answer: unknown;
  /** What is said beside that it was taken in. */
  done?: ReactNode;
  /** What changes, row by row. */
  children: ReactNode;
}) {
  const { read, added, changed, unchanged, rejected, skipped } = one.counts;
  return (
    <>
      {one.state === "ready" ? (
        <Notice
          kind={rejected > 0 ? "warning" : "info"}
          title={WORDS.found(read, read - rejected - skipped, rejected)}
        >
          {WORDS.summary(added, changed, unchanged)}
        </Notice>
      ) : null}
      {one.state === "done" ? (
        <Notice kind="success" title={WORDS.done(added, changed)}>
          {done}
        </Notice>
      ) : null}
      {one.state === "ready" && one.questions.length > 0 ? (
        <Questions one={one} prefix={prefix} answer={answer} />
      ) : null}
      {one.state === "ready" ? <Decide one={one} prefix={prefix} answer={answer} /> : null}
      <Section title={one.state === "ready" ? WORDS.changes : WORDS.changesDone}>
        {skipped > 0 && one.apart.length === 0 ? <p>{WORDS.skipped(skipped)}</p> : null}
        <Apart kinds={one.apart} />
        {one.unread.length > 0 ? <p>{WORDS.unread(one.unread)}</p> : null}
        {added + changed === 0 ? <p className="text-std-16N-170">{WORDS.nothing}</p> : children}
      </Section>
      <Answered answers={one.answered} />
      {rejected > 0 ? <BadRows one={one} here={here} /> : null}
    </>
  );
}

function Decide({ one, prefix, answer }: { one: ImportShown; prefix: string; answer: unknown }) {
  const { read, rejected } = one.counts;
  const anyGood = read > rejected && one.questions.length === 0;
  return (
    <div className="my-4 flex flex-wrap items-center gap-3">
      {anyGood ? (
        <CommandForm
          command={`${prefix}.take`}
          answer={answer}
          submit={rejected > 0 ? WORDS.takeGood : WORDS.takeAll}
          busy={WORDS.taking}
        >
          {rejected > 0 ? <input type="hidden" name="goodRowsOnly" value="yes" /> : null}
        </CommandForm>
      ) : null}
      <CommandForm command={`${prefix}.match`} answer={answer} submit={WORDS.again} kind="secondary" />
      <CommandForm command={`${prefix}.cancel`} answer={answer} submit={WORDS.cancel} kind="plain" />
    </div>
  );
}

function BadRows({ one, here }: { one: ImportShown; here: string }) {
  return (
    <Section
      title={WORDS.badRows}
      lead={WORDS.downloadHint}
      actions={
        <ButtonLink to={`${here}/rejected.csv`} reload>
          {WORDS.download}
        </ButtonLink>
      }
    >
      <Table
        caption={WORDS.badRows}
        hideCaption
        rows={one.problems}
        rowKey={(row) => row.key}
        columns={[
          { key: "line", head: WORDS.line, align: "right", cell: (row) => row.line.toLocaleString("ja") },
          { key: "column", head: WORDS.column, cell: (row) => row.column },
          { key: "value", head: WORDS.value, cell: (row) => (row.value === "" ? "" : `「${row.value}」`) },
          {
            key: "mend",
            head: WORDS.mend,
            cell: (row) => <span className="block desktop:min-w-60">{row.mend}</span>,
          },
        ]}
      />
      <NextPage after={one.next} label={WORDS.nextRows} />
    </Section>
  );
}

type ChangedRow = Readonly<{ line: number; effect: "added" | "changed"; cells: readonly string[] }>;

/** Rows that change something, in the columns that a module names. */
export function ChangedRows({
  heads,
  rows,
  all,
}: {
  heads: readonly string[];
  rows: readonly ChangedRow[];
  /** How many change in all. */
  all: number;
}) {
  return (
    <>
      <Table
        caption={WORDS.changes}
        hideCaption
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: "line", head: WORDS.line, align: "right", cell: (row) => row.line.toLocaleString("ja") },
          { key: "effect", head: WORDS.effect, cell: (row) => WORDS.effects[row.effect] },
          ...heads.map((head, at) => ({
            key: head,
            head,
            cell: (row: ChangedRow) => row.cells[at] ?? "",
          })),
        ]}
      />
      {all > rows.length ? <p>{WORDS.moreChanges(all - rows.length)}</p> : null}
    </>
  );
}
