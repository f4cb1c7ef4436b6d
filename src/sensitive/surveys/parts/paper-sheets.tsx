import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { ownAnswer } from "./own-answer.tsx";

type Sheet = Readonly<{
  sheet: string;
  name: string;
  number: number | null;
  twice: boolean;
  differing: readonly Readonly<{ name: string; label: string; first: string; second: string }>[];
}>;

/** The sheets that are keyed once, or twice and differing, with what is to be decided of each. */
export const PaperSheets = ({ sheets, answer }: { sheets: readonly Sheet[]; answer: unknown }) => (
  <Section title={`入力中の用紙 ${sheets.length}`} id="sheets">
    {sheets.length === 0 ? <p>入力中の用紙はありません。</p> : null}
    <Lines>
      {sheets.map((one) => (
        <Line key={one.sheet}>
          <div>
            <p>
              {one.number ? `${one.number}　` : ""}
              {one.name}　{one.twice ? `違い ${one.differing.length}か所` : "1回目まで"}
            </p>
            {one.differing.length > 0 ? (
              <CommandForm
                command="paper.decide"
                answer={ownAnswer(answer, "paper.decide", "sheet", one.sheet)}
                submit="確定する"
                label={one.name}
                private
              >
                <input type="hidden" name="sheet" value={one.sheet} />
                {one.differing.map((differs) => (
                  <ChoiceField
                    key={differs.name}
                    label={differs.label}
                    name={differs.name}
                    type="radio"
                    options={[
                      { value: "1", label: `1回目　${differs.first}` },
                      { value: "2", label: `2回目　${differs.second}` },
                    ]}
                  />
                ))}
              </CommandForm>
            ) : null}
            <CommandForm
              command="paper.discard"
              answer={ownAnswer(answer, "paper.discard", "sheet", one.sheet)}
              submit="この用紙の入力を取り消す"
              kind="plain"
              label={`${one.name} 取り消し`}
            >
              <input type="hidden" name="sheet" value={one.sheet} />
            </CommandForm>
          </div>
        </Line>
      ))}
    </Lines>
  </Section>
);
