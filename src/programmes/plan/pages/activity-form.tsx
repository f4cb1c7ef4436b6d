import type { ReactNode } from "react";
import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";

/** Behind one tap, unless there is something to mend. */
const FOLDED = ["to", "place", "partners", "men", "women", "workplaces"];

export const FEES: readonly Option[] = [
  { value: "free", label: "無料" },
  { value: "paid", label: "有料" },
];

/** What happened, in under a minute on a phone: what most entries need comes first, the rest behind one tap. */
export function ActivityForm({
  values,
  errors = {},
  ask,
  kinds,
  initiatives,
  onceKey,
  submit,
  children,
}: {
  values: Readonly<Record<string, string | undefined>>;
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
  ask: readonly string[];
  kinds: readonly Option[];
  initiatives: readonly Option[];
  onceKey: string;
  submit: string;
  children?: ReactNode;
}) {
  const field = (name: string) => ({ name, defaultValue: values[name], errors: errors[name] });
  const small = "max-w-40";
  return (
    <OnceForm submit={ask.length > 0 ? "このまま保存する" : submit} busy="保存しています…" onceKey={onceKey}>
      {children}
      {Object.keys(errors).length > 0 ? (
        <Notice kind="error" title="直すところがあります。書いたものは残っています。" />
      ) : null}
      {ask.length > 0 ? (
        <Notice kind="warning" title="いつもと大きく違う数字です。">
          {ask.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ) : null}
      {ask.length > 0 ? <input type="hidden" name="confirmed" value="1" /> : null}
      <TextField label="したこと" hint="例　出前講座「血圧と食塩」" {...field("title")} />
      <SelectField label="種類" options={kinds} {...field("kind")} />
      <TextField label="日" type="date" {...field("from")} className="max-w-56" />
      <TextField
        label="参加者数（人）"
        inputMode="numeric"
        optional
        {...field("participants")}
        className={small}
      />
      <TextField label="回数" inputMode="numeric" optional {...field("sessions")} className={small} />
      <SelectField
        label="事業"
        optional
        empty="まだ決めない"
        options={initiatives}
        {...field("initiativeId")}
      />
      <TextField label="開いた機関" {...field("host")} />
      <TextField label="結果を一言で" optional {...field("result")} />
      <details className="my-5" open={FOLDED.some((name) => errors[name])}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
          場所・内訳・参加費も書く
        </summary>
        <TextField
          label="終わりの日"
          hint="数日にわたるときだけ"
          type="date"
          optional
          {...field("to")}
          className="max-w-56"
        />
        <TextField label="場所" optional {...field("place")} />
        <ChoiceField
          label="形式"
          name="online"
          type="checkbox"
          options={[{ value: "on", label: "オンライン" }]}
          chosen={values.online ? ["on"] : []}
        />
        <TextArea label="いっしょに行った機関" rows={2} optional {...field("partners")} />
        <TextField label="男性（人）" inputMode="numeric" optional {...field("men")} className={small} />
        <TextField label="女性（人）" inputMode="numeric" optional {...field("women")} className={small} />
        <TextField
          label="参加した事業所"
          inputMode="numeric"
          optional
          {...field("workplaces")}
          className={small}
        />
        <ChoiceField label="参加費" name="fee" type="radio" chosen={[values.fee ?? ""]} options={FEES} />
      </details>
    </OnceForm>
  );
}
