import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { bundleRow, kindRows, refusalRow } from "../exchange.present.ts";
import { EXCHANGE } from "../messages.ts";

const { carried, ledger, refusals } = EXCHANGE;

/** What went and came, the newest first. */
export function Ledger({ rows }: { rows: readonly ReturnType<typeof bundleRow>[] }) {
  if (rows.length === 0)
    return (
      <Section title={ledger.title}>
        <Empty title={ledger.none} />
      </Section>
    );
  return (
    <Section title={ledger.title}>
      <Table
        caption={ledger.title}
        hideCaption
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "number", head: ledger.columns.number, align: "right", cell: ({ number }) => number },
          { key: "way", head: ledger.columns.way, narrow: true, cell: ({ way }) => way },
          { key: "partner", head: ledger.columns.partner, cell: ({ partner }) => partner },
          { key: "at", head: ledger.columns.at, narrow: true, cell: ({ at }) => at },
          { key: "state", head: ledger.columns.state, cell: ({ state }) => state },
          { key: "counts", head: ledger.columns.counts, cell: ({ counts }) => counts },
          {
            key: "files",
            head: ledger.file,
            cell: ({ file, list }) => (
              <>
                {file ? (
                  <TextLink to={file} reload>
                    {ledger.file}
                  </TextLink>
                ) : null}{" "}
                {list ? (
                  <TextLink to={list} reload>
                    {ledger.list}
                  </TextLink>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

export function Refusals({ rows }: { rows: readonly ReturnType<typeof refusalRow>[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={refusals.title}>
      <Table
        caption={refusals.title}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "at", head: refusals.columns.at, narrow: true, cell: ({ at }) => at },
          { key: "why", head: refusals.columns.why, cell: ({ why }) => why },
        ]}
      />
    </Section>
  );
}

/** What travels at all, which way, and why it may. */
export function Kinds({ rows }: { rows: ReturnType<typeof kindRows> }) {
  return (
    <Section title={carried.title}>
      <Table
        caption={carried.title}
        hideCaption
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: "title", head: carried.columns.title, cell: ({ title }) => title },
          { key: "direction", head: carried.columns.direction, cell: ({ direction }) => direction },
          { key: "persons", head: carried.columns.persons, cell: ({ persons }) => persons },
          { key: "basis", head: carried.columns.basis, cell: ({ basis }) => basis },
        ]}
      />
    </Section>
  );
}
