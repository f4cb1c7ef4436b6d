import { useSearchParams } from "react-router";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { TextLink } from "#ui/button.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { OnceForm } from "#ui/once.tsx";
import { number } from "../messages.ts";
import type { YearValue } from "../schema.ts";

/** The values of a target or a measure by year; one that was entered by mistake is deleted here. */
export function YearValues({
  values,
  unit,
  base,
  mayEdit,
  none,
}: {
  values: readonly YearValue[];
  unit: string;
  base: string;
  mayEdit: boolean;
  /** What is said where there is none. */
  none: string;
}) {
  const removed = useSearchParams()[0].has("removed");
  return (
    <>
      {values.length === 0 ? <p>{none}</p> : null}
      <Lines className="max-w-3xl">
        {values.map((one) => (
          <Line key={one.id} centred>
            <div>
              <p>
                {showFiscalYearJa(one.fiscalYear as never)}
                <span className="ml-4 text-std-16B-170 tabular-nums">
                  {number(one.value)}
                  {unit}
                </span>
              </p>
              {one.source ? <p className="text-dns-14N-130 text-solid-gray-800">出典 {one.source}</p> : null}
            </div>
            {mayEdit ? (
              <OnceForm submit={`${one.fiscalYear}年度の値を消す`} kind="danger" busy="消しています…">
                <input type="hidden" name="intent" value="remove-value" />
                <input type="hidden" name="id" value={one.id} />
              </OnceForm>
            ) : null}
          </Line>
        ))}
      </Lines>
      {mayEdit && (removed || values.length > 0) ? (
        <p className="mt-3">
          消した値は、30日のあいだ<TextLink to={`${base}/deleted`}>消したものを戻す</TextLink>
          ページから戻せます。
        </p>
      ) : null}
    </>
  );
}
