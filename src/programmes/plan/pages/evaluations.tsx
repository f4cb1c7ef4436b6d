import { TextLink } from "#ui/button.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { EVALUATION, GRADE, showYear } from "../model/plan.messages.ts";
import type { Evaluation } from "../model/plan.schema.ts";
import { EvaluationForm } from "./evaluation-form.tsx";

/** What was found out about an initiative or a goal, the latest year first, and the form for the next finding. */
export function Evaluations({
  evaluations,
  base,
  mayEdit,
  year,
  kind,
  done,
  once,
  answer,
}: {
  evaluations: readonly Evaluation[];
  base: string;
  mayEdit: boolean;
  year: number;
  /** The kind that is to be written now; the form stands open. */
  kind?: Evaluation["kind"] | undefined;
  /** Whether one was just written. */
  done: boolean;
  once: string;
  answer: unknown;
}) {
  return (
    <Section title={`評価 ${evaluations.length}`} id="evaluations">
      {done && answer === undefined ? <Notice kind="success" title="評価を登録しました。" /> : null}
      {evaluations.length === 0 ? <p>評価はまだありません。</p> : null}
      <Lines>
        {evaluations.toReversed().map((one) => (
          <Line key={one.id}>
            <div className="max-w-3xl">
              <p>
                <span className="mr-3 text-std-16B-170">
                  {showYear(one.fiscalYear)}　{EVALUATION[one.kind]}
                </span>
                {one.grade ? GRADE[one.grade] : ""}
              </p>
              <p className="whitespace-pre-line">{one.finding}</p>
              {one.achieved ? <p className="whitespace-pre-line">成果: {one.achieved}</p> : null}
              {one.putDownTo ? <p className="whitespace-pre-line">要因: {one.putDownTo}</p> : null}
              {one.carriesOver ? <p>次の計画に引き継ぐ{one.nextStep ? `: ${one.nextStep}` : ""}</p> : null}
              {!one.carriesOver && one.nextStep ? <p>今後の対応: {one.nextStep}</p> : null}
            </div>
            {mayEdit ? <TextLink to={`${base}/evaluations/${one.id}`}>編集する</TextLink> : null}
          </Line>
        ))}
      </Lines>
      {mayEdit ? (
        <Folded
          summary="評価を登録する"
          key={evaluations.length}
          open={(kind !== undefined && !done) || answerFor(answer, "evaluation.write") !== undefined}
        >
          {/* The key makes empty fields again once an evaluation was written. */}
          <EvaluationForm
            key={evaluations.length}
            command="evaluation.write"
            answer={answer}
            values={{ fiscalYear: String(year), kind: kind ?? "process" }}
            once={once}
            kind="secondary"
          />
        </Folded>
      ) : null}
    </Section>
  );
}
