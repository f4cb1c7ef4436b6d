import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { SelectField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Facts } from "#ui/page.tsx";
import { options, WISH_WORDS } from "../model/prevention.messages.ts";

const CHOOSE = "選択してください";
type Edited = Readonly<{ mayEdit: boolean; answer: unknown }>;
type Hotline = Readonly<{
  key: string;
  name: string;
  number: string;
  hours: string;
  seen: string;
  source: string;
}> &
  Readonly<{ checkedOn: PlainDate | null; due: boolean }>;

/** The numbers of the list, each with the day on which somebody called it. */
export const HotlineChecks = ({
  hotlines,
  mayEdit,
  answer,
}: Edited & Readonly<{ hotlines: readonly Hotline[] }>) => (
  <Lines>
    {hotlines.map((one) => (
      <Line key={one.key} centred>
        <span className="min-w-0">
          {one.name}　{one.number}
          <span className="block text-solid-gray-800">
            {one.hours}　{one.seen ? `${one.seen}時点（${one.source}）` : "出典は未登録です"}　
            {one.checkedOn ? `${showDateJa(one.checkedOn)}に確認` : "電話での確認はまだです"}
            {one.due ? "　要確認" : ""}
          </span>
        </span>
        {mayEdit ? (
          <CommandForm
            command="prevention-hotline.check"
            answer={answer}
            submit="確認した"
            kind="secondary"
            label={`${one.name}を確認した`}
          >
            <input type="hidden" name="hotline" value={one.key} />
          </CommandForm>
        ) : null}
      </Line>
    ))}
  </Lines>
);

type Group = Readonly<{
  id: string;
  name: string;
  held: Readonly<{
    wish: keyof typeof WISH_WORDS;
    facilitators: number;
    placeOn: PlainDate | null;
    moneyOn: PlainDate | null;
    firstOn: PlainDate | null;
    ownOn: PlainDate | null;
  }> | null;
  form: Readonly<{ values: Readonly<Record<string, string>>; seen: string }>;
}>;
const GROUP_DAYS = {
  placeOn: "会場が決まった日",
  moneyOn: "費用のめどが立った日",
  firstOn: "初回を開いた日",
  ownOn: "会の運営に移った日",
} as const;
const dayOf = (day: PlainDate | null | undefined) => (day ? showDateJa(day) : "―");

/** Groups of bereaved families on their way, and what each wishes to be told of it. */
export const BereavedGroups = ({
  groups,
  mayEdit,
  answer,
}: Edited & Readonly<{ groups: readonly Group[] }>) => (
  <>
    {groups.length === 0 ? <p>「自死遺族の会」の機関を機関名簿に登録すると、ここに表示されます。</p> : null}
    {groups.map(({ id, name, held, form }) => (
      <section key={id} className="my-4">
        <h3 className="text-std-18B-160">{name}</h3>
        <Facts
          items={[
            { name: "公開の希望", value: held ? WISH_WORDS[held.wish] : "未確認" },
            { name: "研修を受けた進行役", value: held ? `${held.facilitators}人` : "―" },
            ...Object.entries(GROUP_DAYS).map(([key, word]) => ({
              name: word,
              value: dayOf(held?.[key as keyof typeof GROUP_DAYS]),
            })),
          ]}
        />
        {mayEdit ? (
          <Folded summary={`${name}の状況を登録する`}>
            <CommandForm
              command="prevention-group.save"
              answer={answer}
              submit="保存する"
              label={`${name}の状況`}
              {...form}
            >
              <input type="hidden" name="group" value={id} />
              <SelectField label="公開の希望" name="wish" empty={CHOOSE} options={options(WISH_WORDS)} />
              <CountField label="研修を受けた進行役" name="facilitators" />
              {Object.entries(GROUP_DAYS).map(([key, word]) => (
                <DayField key={key} label={word} name={key} optional />
              ))}
            </CommandForm>
          </Folded>
        ) : null}
      </section>
    ))}
  </>
);
