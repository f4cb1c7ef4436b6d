import type { ComponentProps } from "react";
import { labelled, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Removal } from "#ui/removal.tsx";
import { BODY } from "../messages.ts";

const KINDS = Object.entries(BODY).map(([value, label]) => ({ value, label }));
const LABELS = {
  name: "名前",
  kind: "種類",
  parentId: "上の会議体",
  foundedOn: "設置日",
  termsOfReference: "要綱・所掌",
  quorum: "定足数",
};
const field = labelled(LABELS);

/** Takes the whole body away; its meetings with it. */
export const DeleteBody = ({ named, answer }: { named: string; answer: unknown }) => (
  <Removal
    open="この会議体を削除する"
    named={named}
    goes="委員と会議もあわせて表示されなくなります。30日以内は元に戻せます。"
    submit="会議体を削除する"
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

/** The fields of a body, of a new one or of one that is changed. */
export function BodyForm({
  parents,
  ...form
}: Pick<ComponentProps<typeof CommandForm>, "command" | "answer" | "values" | "seen" | "once" | "submit"> & {
  parents: readonly Option[];
}) {
  return (
    <CommandForm {...form} labels={LABELS} options={{ kind: KINDS, parentId: parents }}>
      <TextField {...field("name")} hint="例　浜田地域・職域連携推進協議会" />
      <SelectField {...field("kind")} options={KINDS} />
      <SelectField
        {...field("parentId")}
        hint="この地域の会議体か、この地域をふくむ地域（都道府県など）の協議会"
        optional
        empty="なし"
        options={parents}
      />
      <DayField {...field("foundedOn")} optional />
      <CountField {...field("quorum")} hint="会議の成立に必要な団体数" optional />
      <TextArea {...field("termsOfReference")} optional />
    </CommandForm>
  );
}
