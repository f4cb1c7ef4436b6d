import { type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Removal } from "#ui/removal.tsx";
import { BODY } from "../messages.ts";

export const KIND_OPTIONS = Object.entries(BODY).map(([value, label]) => ({ value, label }));
export const BODY_LABELS = {
  name: "名前",
  kind: "種類",
  parentId: "上の会議体",
  foundedOn: "設置した日",
  termsOfReference: "要綱・所掌",
};

/** Takes the whole body away; its meetings with it. */
export const DeleteBody = ({ named, answer }: { named: string; answer: unknown }) => (
  <Removal
    open="この会議体を消す"
    named={named}
    goes="委員と会議もいっしょに見えなくなります。30日のあいだは戻せます。"
    submit="会議体を消す"
    command="body.delete"
    answer={answer}
  />
);

type Placed = Readonly<{ id: string; name: string; areaId: string; area: Readonly<{ name: string }> }>;

/** A body's name, with its area where that is another one. */
export const placeName = ({ name, areaId, area }: Omit<Placed, "id">, home: string): string =>
  areaId === home ? name : `${name}（${area.name}）`;

export const parentOption = (one: Placed, home: string): Option => ({
  value: one.id,
  label: placeName(one, home),
});

/** The fields of a body. */
export function BodyFields({ parents }: { parents: readonly Option[] }) {
  return (
    <>
      <TextField label={BODY_LABELS.name} hint="例　浜田地域・職域連携推進協議会" name="name" />
      <SelectField label={BODY_LABELS.kind} options={KIND_OPTIONS} name="kind" />
      <SelectField
        label={BODY_LABELS.parentId}
        hint="この地域の会議体か、この地域をふくむ地域（都道府県など）の協議会"
        optional
        empty="なし"
        options={parents}
        name="parentId"
      />
      <DayField label={BODY_LABELS.foundedOn} optional name="foundedOn" />
      <TextArea label={BODY_LABELS.termsOfReference} optional name="termsOfReference" />
    </>
  );
}
