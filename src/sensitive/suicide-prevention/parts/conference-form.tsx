import { ChoiceField, TextArea } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { CONFERENCE_THEME_WORDS, options } from "../model/prevention.messages.ts";

const MOST = 500;

/** The form of a session. Its two texts are about services. */
export const ConferenceForm = ({
  seats,
  id,
  once,
  answer,
}: Readonly<{
  seats: readonly Readonly<{ value: string; label: string }>[];
  id: string;
  once: string;
  answer: unknown;
}>) => (
  <CommandForm command="prevention-conference.add" answer={answer} once={once} submit="登録する" private>
    <input type="hidden" name="conference" value={id} />
    <DayField label="開催日" name="heldOn" />
    <CountField label="検討した件数" name="cases" />
    <ChoiceField
      label="検討した内容"
      name="themes"
      type="checkbox"
      options={options(CONFERENCE_THEME_WORDS)}
    />
    <DayField label="守秘の誓約日" name="pledgedOn" hint="出席する全員が、開催日までに誓約します。" />
    <ChoiceField label="誓約した出席機関" name="seats" type="checkbox" options={seats} />
    <TextArea
      label="支援や体制について決めたこと"
      name="measures"
      hint="個人や出来事のことは書かず、窓口・連携・研修などのことだけを入力します。"
      rows={3}
      most={MOST}
      optional
    />
    <TextArea
      label="今後に生かすこと"
      name="lesson"
      hint="同じく、個人や出来事のことは書きません。"
      rows={3}
      most={MOST}
      optional
    />
  </CommandForm>
);
