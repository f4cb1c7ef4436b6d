import { ChoiceField, labelled, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Fold } from "#ui/fold.tsx";
import {
  AGE_WORDS,
  ASKER_WORDS,
  CHANNEL_WORDS,
  SEX_WORDS,
  SIZE_WORDS,
  SOURCE_WORDS,
  TOPIC_WORDS,
  URGENCY_WORDS,
  URGENT_STEPS,
  WITH_WHOM_WORDS,
} from "../model/consultation.messages.ts";
import { optionsOf } from "./fields.tsx";

export const CASE_LABELS = {
  asker: "相談した方",
  source: "きっかけ",
  channel: "方法",
  openedOn: "受付日",
  topics: "相談の内容",
  urgency: "緊急度",
  steps: "実施した対応",
  told: "相談の要点",
  tried: "これまでの対応",
  wish: "希望",
  ageBand: "年代",
  sex: "性別",
  homeTown: "住まいの地域",
  workTown: "勤務先の地域",
  workplaceSize: "勤務先の規模",
  minutes: "時間（分）",
  nextDue: "次回の連絡日",
  name: "氏名",
  kana: "ふりがな",
  birthDate: "生年月日",
  phone: "電話番号",
  address: "住所",
  town: "お住まいの市町村",
  reaching: "連絡方法の希望",
  atWork: "勤務先への連絡",
};
const field = labelled(CASE_LABELS);

/** Who somebody is. All of it may stay empty: nobody has to be named. */
export const IdentityFields = () => (
  <>
    <TextField {...field("name")} optional />
    <TextField {...field("kana")} hint="姓と名の間を空けてください" optional />
    <DayField {...field("birthDate")} optional />
    <TextField {...field("phone")} type="tel" optional />
    <TextField {...field("address")} optional />
    <TextField {...field("town")} optional />
    <TextField {...field("reaching")} hint="例：携帯電話のみ、平日18時以降、家族に伝えない" optional />
    <ChoiceField
      {...field("atWork")}
      type="checkbox"
      options={[{ value: "true", label: "勤務先に連絡してもよい" }]}
      optional
    />
  </>
);

/** What was told at the first call; what may wait stands behind one tap. */
export const IntakeFields = ({ steps = false, open = false }: { steps?: boolean; open?: boolean }) => (
  <>
    <SelectField {...field("asker")} empty="選択してください" options={optionsOf(ASKER_WORDS)} />
    <SelectField {...field("source")} empty="選択してください" options={optionsOf(SOURCE_WORDS)} />
    <SelectField {...field("channel")} empty="選択してください" options={optionsOf(CHANNEL_WORDS)} />
    <ChoiceField {...field("topics")} type="checkbox" options={optionsOf(TOPIC_WORDS)} />
    <TextArea {...field("told")} />
    <ChoiceField {...field("urgency")} type="radio" options={optionsOf(URGENCY_WORDS)} />
    {steps ? (
      <ChoiceField
        {...field("steps")}
        hint="緊急度が「今すぐ」のときは、1つ以上選択してください"
        type="checkbox"
        options={optionsOf(URGENT_STEPS)}
        optional
      />
    ) : null}
    <DayField {...field("nextDue")} optional />
    <Fold summary="これまでの対応・希望・年代など（わかる範囲で）" open={open}>
      <TextArea {...field("tried")} optional />
      <TextArea {...field("wish")} optional />
      <SelectField {...field("ageBand")} empty="不明" options={optionsOf(AGE_WORDS)} optional />
      <SelectField {...field("sex")} empty="不明" options={optionsOf(SEX_WORDS)} optional />
      <TextField {...field("homeTown")} optional />
      <TextField {...field("workTown")} optional />
      <SelectField {...field("workplaceSize")} empty="不明" options={optionsOf(SIZE_WORDS)} optional />
    </Fold>
  </>
);

export const CONTACT_LABELS = {
  day: "日付",
  minutes: "時間（分）",
  channel: "方法",
  withWhom: "相手",
  content: "内容",
  plan: "今後の方針",
  materials: "渡した資料",
  nextDue: "次回の連絡日",
};
const contact = labelled(CONTACT_LABELS);

/** What happened at a contact. */
export const ContactFields = ({ corrects = false }: { corrects?: boolean }) => (
  <>
    <DayField {...contact("day")} />
    <SelectField {...contact("channel")} empty="選択してください" options={optionsOf(CHANNEL_WORDS)} />
    <SelectField {...contact("withWhom")} empty="選択してください" options={optionsOf(WITH_WHOM_WORDS)} />
    <TextField {...contact("minutes")} inputMode="numeric" optional />
    <TextArea {...contact("content")} />
    <TextArea {...contact("plan")} optional />
    <TextField {...contact("materials")} optional />
    {corrects ? null : <DayField {...contact("nextDue")} optional />}
  </>
);
