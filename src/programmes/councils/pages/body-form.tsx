import { type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { BODY } from "../messages.ts";

/** Takes the whole body away; its meetings with it. */
export function RemoveBody() {
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
        この会議体を消す
      </summary>
      <p className="my-2">委員と会議もいっしょに見えなくなります。30日のあいだは戻せます。</p>
      <OnceForm submit="会議体を消す" kind="danger" busy="消しています…">
        <input type="hidden" name="intent" value="remove-body" />
      </OnceForm>
    </details>
  );
}

type Placed = Readonly<{ id: string; name: string; areaId: string; area: Readonly<{ name: string }> }>;

/** A body's name, with its area where that is another one. */
export const placeName = ({ name, areaId, area }: Omit<Placed, "id">, home: string): string =>
  areaId === home ? name : `${name}（${area.name}）`;

export const parentOption = (one: Placed, home: string): Option => ({
  value: one.id,
  label: placeName(one, home),
});

/** The fields of a body, empty or filled. */
export function BodyForm({
  values,
  errors,
  parents,
  submit,
  onceKey,
  shown,
}: {
  values: Readonly<Record<string, string | undefined>>;
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
  parents: readonly Option[];
  submit: string;
  onceKey?: string;
  shown?: string;
}) {
  const field = (name: string) => ({ name, defaultValue: values[name], errors: errors?.[name] });
  return (
    <OnceForm submit={submit} onceKey={onceKey}>
      <input type="hidden" name="intent" value="body" />
      {shown ? <input type="hidden" name="shown" value={shown} /> : null}
      <TextField label="名前" hint="例　浜田地域・職域連携推進協議会" {...field("name")} />
      <SelectField
        label="種類"
        options={Object.entries(BODY).map(([value, label]) => ({ value, label }))}
        {...field("kind")}
      />
      <SelectField
        label="上の会議体"
        hint="この地域の会議体か、この地域をふくむ地域（都道府県など）の協議会"
        optional
        empty="なし"
        options={parents}
        {...field("parentId")}
      />
      <TextField label="設置した日" type="date" optional className="max-w-56" {...field("foundedOn")} />
      <TextArea label="要綱・所掌" optional {...field("termsOfReference")} />
    </OnceForm>
  );
}
