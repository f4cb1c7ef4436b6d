import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Facts, Section } from "#ui/page.tsx";
import type { ShownRequest } from "../model/run.schema.ts";
import { OPINION_WORDS } from "../model/stress.messages.ts";

type Own = Pick<
  ShownRequest,
  | "id"
  | "name"
  | "askedOn"
  | "interviewOn"
  | "opinion"
  | "opinionOn"
  | "measure"
  | "measureOn"
  | "reviewOn"
  | "reviewedOn"
  | "review"
>;
const day = (one: Own["measureOn"]) => (one ? showDateJa(one) : null);

/** Who asked for an interview, the doctor's opinion, and what the employer does on it. */
export const OwnRequests = ({ requests, answer }: { requests: readonly Own[]; answer: unknown }) => (
  <Section
    title="面接指導の申出"
    lead="申し出たことや結果を理由に、不利益な取扱いをすることは禁じられています。"
  >
    {requests.length === 0 ? <p>申出はまだありません。</p> : null}
    {requests.map((one) => (
      <div key={one.id} className="my-6">
        <Facts
          items={[
            { name: "氏名", value: one.name },
            { name: "申出", value: day(one.askedOn) },
            { name: "面接", value: day(one.interviewOn) },
            {
              name: "医師の意見",
              value: one.opinion ? `${OPINION_WORDS[one.opinion.class]}（${one.opinion.measures}）` : null,
            },
            { name: "就業上の措置", value: one.measure || null },
            { name: "措置を見直す日", value: day(one.reviewOn) },
            {
              name: "見直しの結果",
              value: one.reviewedOn ? `${one.review}（${day(one.reviewedOn)}）` : null,
            },
          ]}
        />
        {one.opinionOn && !one.measureOn ? (
          <CommandForm
            command="stress-own.note-measure"
            answer={answer}
            submit="措置を登録する"
            label={one.name}
            kind="secondary"
          >
            <input type="hidden" name="request" value={one.id} />
            <TextField label="就業上の措置" name="measure" />
            <DayField label="本人に説明した日" name="workerToldOn" />
          </CommandForm>
        ) : null}
        {one.measureOn && !one.reviewedOn ? (
          <CommandForm
            command="stress-own.note-review"
            answer={answer}
            submit="見直しを登録する"
            label={one.name}
            kind="secondary"
          >
            <input type="hidden" name="request" value={one.id} />
            <TextField label="見直しの結果" name="review" />
            <DayField label="見直した日" name="reviewedOn" />
          </CommandForm>
        ) : null}
      </div>
    ))}
  </Section>
);
