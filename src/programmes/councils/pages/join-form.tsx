import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { Section } from "#ui/page.tsx";
import type { JoinRequest } from "../model/join.schema.ts";

const LABELS = {
  body: "協議会",
  organisationId: "機関",
  email: "ご連絡先のメールアドレス",
  message: "参加の目的",
};
const field = labelled(LABELS);

type Named = Readonly<{ id: string; name: string }>;
type Asked = Pick<JoinRequest, "id" | "organisation" | "askedAt" | "accepted">;
const options = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
const stateOf = ({ accepted }: Asked) =>
  accepted === null
    ? "事務局が確認しています"
    : accepted
      ? "委員に登録されました"
      : "今回は見送りとなりました";

/** An organisation that is not at the table asks to come to it. */
export function AskToJoin({
  joining: { organisations, bodies, asked },
  answer,
}: {
  joining: Readonly<{ organisations: readonly Named[]; bodies: readonly Named[]; asked: readonly Asked[] }>;
  answer: unknown;
}) {
  return (
    <Section
      title="協議会への参加を申し込む"
      lead="協議会に委員として参加を希望する機関・事業所の方は、こちらからお申し込みください。事務局が確認し、メールでご連絡します。"
    >
      {asked.length > 0 ? (
        <ul className="my-3 list-disc pl-6">
          {asked.map((one) => (
            <li key={one.id}>
              {`${showDateJa(plainDateIn(one.askedAt, "Asia/Tokyo"))} ${one.organisation}：${stateOf(one)}`}
            </li>
          ))}
        </ul>
      ) : null}
      <CommandForm
        key={asked.length}
        command="join.ask"
        answer={answer}
        values={{ body: bodies[0]?.id ?? "", organisationId: organisations[0]?.id ?? "" }}
        labels={LABELS}
        options={{ body: options(bodies), organisationId: options(organisations) }}
        submit="参加を申し込む"
      >
        <SelectField {...field("body")} options={options(bodies)} />
        <SelectField {...field("organisationId")} options={options(organisations)} />
        <TextField {...field("email")} type="email" />
        <TextArea {...field("message")} optional />
      </CommandForm>
    </Section>
  );
}

/** What organisations asked, for the secretariat. */
export function Joins({
  joins,
  answer,
}: {
  joins: readonly Readonly<
    Pick<JoinRequest, "id" | "organisation" | "message" | "email"> & { body: string }
  >[];
  answer: unknown;
}) {
  if (joins.length === 0) return null;
  const given = (answer as { values?: Record<string, string> } | undefined)?.values;
  const answered = (id: string, word: string) =>
    given?.id === id && given.answer === word ? answer : undefined;
  return (
    <Section title={`参加の申込み ${joins.length}件`} id="joins">
      <ul className="border-t border-solid-gray-300">
        {joins.map((one) => (
          <li key={one.id} className="border-b border-solid-gray-300 py-3">
            <p className="text-std-16B-170">{one.organisation}</p>
            <p>{`${one.body}への参加を希望（連絡先 ${one.email}）`}</p>
            {one.message ? <p className="max-w-3xl whitespace-pre-line">{one.message}</p> : null}
            <div className="no-print mt-2 flex flex-wrap gap-3">
              <Settle
                id={one.id}
                word="accept"
                answer={answered(one.id, "accept")}
                label="委員に登録する"
                named={one.organisation}
              />
              <Settle
                id={one.id}
                word="decline"
                answer={answered(one.id, "decline")}
                label="見送る"
                named={one.organisation}
              />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const Settle = ({
  id,
  word,
  label,
  named,
  answer,
}: {
  id: string;
  word: string;
  label: string;
  named: string;
  answer: unknown;
}) => (
  <OutwardForm
    command="join.settle"
    answer={answer}
    question={word === "accept" ? `${named}を委員に登録します。` : `${named}の参加を見送ります。`}
    confirm={word === "accept" ? "登録してメールを送信する" : "見送りのメールを送信する"}
    submit={label}
    kind="secondary"
    label={`${named} ${label}`}
  >
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="answer" value={word} />
  </OutwardForm>
);
