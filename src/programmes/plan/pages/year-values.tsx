import { useSearchParams } from "react-router";
import { TextLink } from "#ui/button.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { number, showYear } from "../model/plan.messages.ts";
import type { YearValue } from "../model/plan.schema.ts";
import { RemoveForm } from "./parts.tsx";

/** The values of a target or a measure by year; one that was entered by mistake is deleted here. */
export function YearValues({
  kind,
  values,
  unit,
  base,
  mayEdit,
  none,
}: {
  kind: "target_value" | "measure_value";
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
                {showYear(one.fiscalYear)}
                <span className="ml-4 text-std-16B-170 tabular-nums">
                  {number(one.value)}
                  {unit}
                </span>
              </p>
              {one.source ? <p className="text-dns-14N-130 text-solid-gray-800">出典 {one.source}</p> : null}
            </div>
            {mayEdit ? (
              <RemoveForm kind={kind} id={one.id} submit={`${one.fiscalYear}年度の値を消す`} />
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
