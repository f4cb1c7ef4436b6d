import type { ReactNode } from "react";
import { TextLink } from "../button.tsx";
import { NextPage, Table } from "../table.tsx";
import { WORDS } from "./words.ts";

/** An import as lists are given it. */
export type ImportLine = Readonly<{
  id: string;
  fileName: string;
  state: string;
  counts: Readonly<Record<"added" | "changed" | "rejected", number>>;
  when: string;
  who: string;
}>;

const number = (value: number): ReactNode => value.toLocaleString("ja");

/** Imports, newest first, each with the way to its page. */
export function ImportList({
  caption,
  base,
  rows,
  next,
}: {
  caption: string;
  /** The address under which each has its own. */
  base: string;
  rows: readonly ImportLine[];
  next: string | undefined;
}) {
  return (
    <>
      <Table
        caption={caption}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "file",
            head: WORDS.fileName,
            cell: (row) => <TextLink to={`${base}/${row.id}`}>{row.fileName || WORDS.noFile}</TextLink>,
          },
          { key: "state", head: WORDS.state, cell: (row) => row.state },
          { key: "added", head: WORDS.added, align: "right", cell: (row) => number(row.counts.added) },
          { key: "changed", head: WORDS.changed, align: "right", cell: (row) => number(row.counts.changed) },
          {
            key: "rejected",
            head: WORDS.rejected,
            align: "right",
            cell: (row) => number(row.counts.rejected),
          },
          { key: "who", head: WORDS.who, cell: (row) => row.who },
          { key: "when", head: WORDS.when, cell: (row) => row.when },
        ]}
      />
      <NextPage after={next} label={WORDS.more} />
    </>
  );
}
