import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { TextLink } from "#ui/button.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Table } from "#ui/table.tsx";
import { number } from "../messages.ts";
import type { YearValue } from "../schema.ts";

/** The values of a target or a measure by year; one that was entered by mistake is deleted here. */
export function YearValues({
  values,
  unit,
  base,
  mayEdit,
}: {
  values: readonly YearValue[];
  unit: string;
  base: string;
  mayEdit: boolean;
}) {
  const removal = {
    key: "remove",
    head: "まちがえたとき",
    cell: (row: YearValue) => (
      <OnceForm submit={`${row.fiscalYear}年度の値を消す`} kind="danger" busy="消しています…">
        <input type="hidden" name="intent" value="remove-value" />
        <input type="hidden" name="id" value={row.id} />
      </OnceForm>
    ),
  };
  return (
    <>
      <Table
        caption="年度ごとの値"
        hideCaption
        rows={values}
        rowKey={(row) => row.id}
        columns={[
          { key: "year", head: "年度", cell: (row) => showFiscalYearJa(row.fiscalYear as never) },
          { key: "value", head: "値", unit, align: "right", cell: (row) => number(row.value) },
          { key: "source", head: "出典", cell: (row) => row.source || "―" },
          ...(mayEdit ? [removal] : []),
        ]}
      />
      {mayEdit ? (
        <p>
          消した値は30日のあいだ<TextLink to={`${base}/deleted`}>「消したものを戻す」</TextLink>から戻せます。
        </p>
      ) : null}
    </>
  );
}
