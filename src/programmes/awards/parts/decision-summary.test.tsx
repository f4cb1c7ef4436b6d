import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, it } from "vitest";
import { DecisionSummary } from "./decision-summary.tsx";

const rows = [
  { id: "a", number: "H-1111111" },
  { id: "b", number: "H-2222222" },
];
const answer = {
  command: "award-round.decide",
  values: { "tier-a": "good", "why-a": " 継続した取組 ", "tier-b": "", "why-b": "" },
};
const Page = createRoutesStub([
  {
    path: "/",
    Component: () => (
      <DecisionSummary
        {...{ rows, answer }}
        names={{ a: "石見窯業所", b: "浜田商店" }}
        tiers={[{ value: "good", label: "優良事業所" }]}
      />
    ),
  },
]);

it("names number, workplace, decision and reason of each entry", () => {
  const html = renderToStaticMarkup(<Page />);
  const cells = html
    .split("<tr")
    .slice(2)
    .map((row) =>
      row
        .replace(/<[^>]*>/g, " ")
        .replace(/^[^>]*>/, "")
        .split(/\s+/)
        .filter(Boolean),
    );
  for (const [at, words] of [
    ["H-1111111", "石見窯業所", "優良事業所", "継続した取組"],
    ["H-2222222", "浜田商店", "表彰しない", "―"],
  ].entries())
    for (const word of words) expect(cells[at], word).toContain(word);
  for (const head of ["受付番号", "会社名", "決定", "理由"]) expect(html).toContain(head);
});
