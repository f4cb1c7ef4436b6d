import { WORDS } from "./words.ts";

/** 1 ファイル → 2 列の対応 → 3 確認する → 4 取り込む, the present one marked. */
export function Steps({ current }: { current: number }) {
  return (
    <ol className="mb-6 flex flex-wrap gap-x-2 gap-y-1 text-std-16N-170">
      {WORDS.steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? "step" : undefined}
          className={index === current ? "font-bold text-blue-1000" : "text-solid-gray-700"}
        >
          {index > 0 ? (
            <span aria-hidden="true" className="mr-2 font-normal text-solid-gray-536">
              →
            </span>
          ) : null}
          {index + 1} {step}
        </li>
      ))}
    </ol>
  );
}
