import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { SelectField } from "#ui/field.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { Fold } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { options, TRAINED_WORDS } from "../model/prevention.messages.ts";

const CHOOSE = "選択してください";
type Option = Readonly<{ value: string; label: string }>;

type Trained = Readonly<{
  id: string;
  town: string;
  kind: keyof typeof TRAINED_WORDS;
  persons: number;
  minutes: number;
}> &
  Readonly<{ heldOn: PlainDate; refreshOn: PlainDate }>;

export const TrainedRows = ({
  trained,
  answer,
}: Readonly<{ trained: readonly Trained[]; answer: unknown }>) => (
  <Fold summary={`登録した研修 ${trained.length}件`}>
    <Lines>
      {trained.map((one) => (
        <Line key={one.id} centred>
          <span>
            {showDateJa(one.heldOn)}　{one.town}　{TRAINED_WORDS[one.kind]}　{one.persons}人　{one.minutes}分
            <span className="block text-solid-gray-800">再受講の時期 {showDateJa(one.refreshOn)}</span>
          </span>
          <CommandForm
            command="prevention-trained.remove"
            answer={answer}
            submit="削除する"
            kind="plain"
            label={`${showDateJa(one.heldOn)}　${one.town}の登録を削除する`}
          >
            <input type="hidden" name="trained" value={one.id} />
          </CommandForm>
        </Line>
      ))}
    </Lines>
  </Fold>
);

export const TrainedForm = ({
  events,
  towns,
  id,
  once,
  answer,
}: Readonly<{
  events: readonly Option[];
  towns: readonly Option[];
  id: string;
  once: string;
  answer: unknown;
}>) => (
  <Fold summary="修了者を登録する">
    <CommandForm command="prevention-trained.add" answer={answer} once={once} submit="登録する">
      <input type="hidden" name="trained" value={id} />
      <SelectField
        label="研修会"
        name="event"
        hint="テーマが「自殺対策」の研修会です。先に催しに登録します。"
        empty={CHOOSE}
        options={events}
      />
      <SelectField label="市町村" name="district" empty={CHOOSE} options={towns} />
      <SelectField label="対象" name="kind" empty={CHOOSE} options={options(TRAINED_WORDS)} />
      <CountField label="研修時間" name="minutes" hint="分" />
      <CountField label="修了者" name="persons" hint="人" />
    </CommandForm>
  </Fold>
);
